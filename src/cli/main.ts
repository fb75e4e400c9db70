#!/usr/bin/env node
// The program `mailhold`.

import { homedir } from 'node:os'
import { runCommandLine } from './run.js'
import { signalsOf } from './signals.js'
import { stopSignal } from './stop-signal.js'
import { terminalOf } from './terminal.js'

const terminal = terminalOf(process)

process.exitCode = await runCommandLine(process.argv.slice(2), {
  machine: { platform: process.platform, home: homedir(), env: process.env },
  folder: process.cwd(),
  terminal,
  askedToStop: () => stopSignal(process),
  signals: signalsOf(process, terminal.isTyped),
})

// What may still be open now has nothing more to do; it must not keep the program from ending.
setTimeout(() => process.exit(), 2000).unref()

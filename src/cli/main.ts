#!/usr/bin/env node
// The program `mailhold`.

import { homedir } from 'node:os'
import { runCommandLine } from './run.js'
import { stopSignal } from './stop-signal.js'
import { terminalOf } from './terminal.js'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  machine: { platform: process.platform, home: homedir(), env: process.env },
  folder: process.cwd(),
  terminal: terminalOf(process),
  askedToStop: () => stopSignal(process),
})

// What may still be open now has nothing more to do; it must not keep the program from ending.
setTimeout(() => process.exit(), 2000).unref()

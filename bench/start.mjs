// How long it takes to start with much mail, how long an in-process server takes, and what an idle one occupies.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startMailhold as startInProcess } from '../dist/app/start.js'
import { fill } from './lib/filled-store.mjs'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** Options: `--messages N` (default 100000), `--rounds N` (default 5). */
export async function start(args) {
  const { values } = parseArgs({
    args,
    options: { messages: { type: 'string' }, rounds: { type: 'string' } },
  })
  const messages = Number(values.messages ?? 100_000)
  const rounds = Number(values.rounds ?? 5)
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-bench-'))
  try {
    await show('start to ready, empty', rounds, () => startProcess(join(folder, 'empty')))
    await fill(join(folder, 'full'), messages)
    await show(`start to ready, ${messages} messages`, rounds, () => startProcess(join(folder, 'full')))
    await show('in-process server in memory', rounds, startHere)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function show(title, rounds, act) {
  const taken = []
  let note = ''
  for (let round = 0; round < rounds; round += 1) {
    const { milliseconds, rss } = await act()
    taken.push(milliseconds)
    if (rss !== undefined) note = `, idle ${(rss / 1e6).toFixed(0)} MB`
  }
  taken.sort((a, b) => a - b)
  console.log(`${title}: p50 ${taken[rounds >> 1].toFixed(0)} ms, best ${taken[0].toFixed(0)} ms${note}`)
}

async function startProcess(folder) {
  const began = performance.now()
  const ports = ['--smtp', '127.0.0.1:0', '--pop3', '127.0.0.1:0', '--http', '127.0.0.1:0']
  const readyFile = `${folder}.ready`
  const child = spawn(
    process.execPath,
    [main, 'serve', '--data', folder, '--ready-file', readyFile, ...ports],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  while (!isThere(readyFile)) await wait(2)
  const milliseconds = performance.now() - began
  await wait(1_000)
  const rss = residentOf(child.pid)
  await new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
  return { milliseconds, rss }
}

async function startHere() {
  const began = performance.now()
  const mailhold = await startInProcess()
  const milliseconds = performance.now() - began
  await mailhold.stop()
  return { milliseconds }
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Octets, where the system tells. */
function residentOf(pid) {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(kilobytes?.[1]) * 1024
  } catch {
    return undefined
  }
}

function isThere(file) {
  try {
    return readFileSync(file).length > 0
  } catch {
    return false
  }
}

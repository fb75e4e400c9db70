// A maildrop of 10,000 messages: login, STAT, UIDL and LIST, and RETR of all pipelined beside the raw octets of a file.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { mails } from './lib/mails.mjs'
import { send } from './lib/sender.mjs'
import { startMailhold } from './lib/servers.mjs'

const rawServer = fileURLToPath(new URL('./lib/raw-server.mjs', import.meta.url))

/** Options: `--messages N` (default 10000), `--rounds N` (default 3). */
export async function pop3(args) {
  const { values } = parseArgs({
    args,
    options: { messages: { type: 'string' }, rounds: { type: 'string' } },
  })
  const count = Number(values.messages ?? 10_000)
  const mail = mails[1]
  const mailhold = await startMailhold()
  const raw = await startRaw(mail.octets, count)
  try {
    await send({ port: mailhold.smtp, mail, count, connections: 20, reuse: true })
    console.log(`${count} messages of ${mail.octets.length} octets`)
    for (let round = 0; round < Number(values.rounds ?? 3); round += 1) await measure(mailhold, raw, count)
  } finally {
    await raw.stop()
    await mailhold.stop()
  }
}

async function measure(mailhold, raw, count) {
  const login = await timed(mailhold.pop3, 'USER all\r\nPASS x\r\n')
  const commands = []
  for (const command of ['STAT', 'UIDL', 'LIST']) {
    const { ms } = await timed(mailhold.pop3, 'USER all\r\nPASS x\r\n', `${command}\r\n`)
    commands.push(`${command} ${ms.toFixed(1)} ms`)
  }
  const retrieving = Array.from({ length: count }, (_, index) => `RETR ${index + 1}\r\n`).join('')
  const retr = await timed(mailhold.pop3, 'USER all\r\nPASS x\r\n', retrieving)
  const file = await timed(raw.port, '', 'all\r\n')
  const rate = ({ octets, ms }) => octets / 1e6 / (ms / 1000)
  console.log(`login ${login.ms.toFixed(1)} ms; ${commands.join('; ')}`)
  console.log(
    `RETR of all pipelined ${rate(retr).toFixed(0)} MB/s, ${(count / (retr.ms / 1000)).toFixed(0)} messages/s; ` +
      `a file of the same octets ${rate(file).toFixed(0)} MB/s; ratio ${(rate(retr) / rate(file)).toFixed(2)}`,
  )
}

/**
 * Says `before` and waits for its replies, says `what` and QUIT, and times from there to the end;
 * without `what` the time is that of `before`.
 */
async function timed(port, before, what) {
  const reader = { octets: 0, lines: 0, wake: () => {} }
  const socket = connect({ port, host: '127.0.0.1', onread: { buffer: Buffer.alloc(256 * 1024), callback } })
  function callback(length, buffer) {
    reader.octets += length
    if (reader.isCounting) for (let i = 0; i < length; i += 1) if (buffer[i] === 10) reader.lines += 1
    reader.wake()
    return true
  }
  const lines = async (wanted) => {
    while (reader.lines < wanted) await new Promise((resolve) => Object.assign(reader, { wake: resolve }))
  }
  reader.isCounting = true
  await once(socket, 'connect')
  if (before) await lines(1)
  let began = performance.now()
  socket.write(before)
  if (before) await lines(3)
  const loginMs = performance.now() - began
  Object.assign(reader, { isCounting: false, octets: 0 })
  began = performance.now()
  socket.write(`${what ?? ''}${before ? 'QUIT\r\n' : ''}`)
  await once(socket, 'end')
  const ms = what === undefined ? loginMs : performance.now() - began
  socket.destroy()
  return { ms, octets: reader.octets }
}

async function startRaw(octets, count) {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-bench-raw-'))
  const path = join(folder, 'all')
  const file = createWriteStream(path)
  for (let n = 0; n < count; n += 1) if (!file.write(octets)) await once(file, 'drain')
  await new Promise((resolve) => file.end(resolve))
  const child = spawn(process.execPath, [rawServer, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout, 'data')
  const stop = async () => {
    child.kill()
    await once(child, 'exit')
    rmSync(folder, { recursive: true })
  }
  return { port: Number(port), stop }
}

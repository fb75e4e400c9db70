// How long one mail takes on a fresh connection, from connecting to the 250, beside a server that reads and throws away.

import { connect } from 'node:net'
import { parseArgs } from 'node:util'
import { mails } from './lib/mails.mjs'
import { startMailhold, startSink } from './lib/servers.mjs'

/** Options: `--mails N` for each server and kind (default 300). */
export async function first(args) {
  const { values } = parseArgs({ args, options: { mails: { type: 'string' } } })
  const count = Number(values.mails ?? 300)
  const servers = [
    { name: 'mailhold', ...(await startMailhold()) },
    { name: 'smtp-sink', ...(await startSink()) },
  ].filter(({ smtp }) => smtp)
  try {
    for (const mail of mails) await row({ servers, mail, count })
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** The servers take turns, so that both meet the same machine. */
async function row({ servers, mail, count }) {
  const taken = servers.map(() => [])
  for (let n = -50; n < count; n += 1) {
    for (const [at, { smtp }] of servers.entries()) {
      const milliseconds = await deliver(smtp, mail.octets)
      if (n >= 0) taken[at].push(milliseconds)
    }
  }
  const told = servers.map(({ name }, at) => {
    const sorted = taken[at].sort((a, b) => a - b)
    return `${name} p50 ${percentile(sorted, 0.5)} ms, p95 ${percentile(sorted, 0.95)} ms`
  })
  console.log(`${mail.name}, connect to 250: ${told.join('; ')}`)
}

const percentile = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(2)

const steps = (octets) => [
  'EHLO bench\r\n',
  'MAIL FROM:<shop@example.com>\r\n',
  'RCPT TO:<ada@example.com>\r\n',
  'DATA\r\n',
  Buffer.concat([octets, Buffer.from('\r\n.\r\n')]),
]

/** @returns milliseconds */
const deliver = (port, octets) =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const left = steps(octets)
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let text = ''
    socket.on('error', reject)
    socket.on('data', (data) => {
      text += data
      const last = /(?:^|\n)(\d{3}) [^\n]*\n$/.exec(text)
      if (!last) return
      text = ''
      if (last[1] >= '400') return reject(new Error(`the server answered ${last[1]}`))
      const next = left.shift()
      if (next !== undefined) return socket.write(next)
      resolve(performance.now() - began)
      socket.end('QUIT\r\n')
    })
  })

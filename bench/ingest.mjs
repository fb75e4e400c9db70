// Mails per second that are kept (fsynced and indexed), beside a server that reads and throws away.

import { parseArgs } from 'node:util'
import { cpuOf, cpuPerMail } from './lib/cpu.mjs'
import { mails } from './lib/mails.mjs'
import { send } from './lib/sender.mjs'
import { startMailhold, startPeer, startSink } from './lib/servers.mjs'

const ways = [
  { connections: 1, reuse: true },
  { connections: 1, reuse: false },
  { connections: 20, reuse: true },
  { connections: 20, reuse: false },
]

/** Options: `--rounds N` (default 3), `--peer 'command with {port}'`, `--mail 'name'` for one kind of mail only. */
export async function ingest(args) {
  const options = { rounds: { type: 'string' }, peer: { type: 'string' }, mail: { type: 'string' } }
  const { values } = parseArgs({ args, options })
  const wanted = mails.filter(({ name }) => name.startsWith(values.mail ?? ''))
  const rounds = Number(values.rounds ?? 3)
  const servers = [
    { name: 'mailhold', ...(await startMailhold()) },
    { name: 'smtp-sink', ...(await startSink()) },
    ...(values.peer ? [{ name: 'peer', ...(await startPeer(values.peer)) }] : []),
  ].filter(({ smtp }) => smtp)
  try {
    for (const mail of wanted) for (const way of ways) await row({ servers, mail, way, rounds })
  } finally {
    for (const server of servers) await server.stop()
  }
}

async function row({ servers, mail, way, rounds }) {
  const rates = servers.map(() => [])
  const count = way.connections === 1 ? Math.ceil(mail.count / 4) : mail.count
  const { pid } = servers[0]
  let cpu = cpuOf(pid)
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) cpu = cpuOf(pid)
    for (const [at, { smtp }] of servers.entries()) {
      const rate = await send({ port: smtp, mail, count, ...way })
      if (round > 0) rates[at].push(rate)
    }
  }
  const title = `${mail.name}, ${way.connections} connection${way.connections > 1 ? 's' : ''}, ${way.reuse ? 're-used' : 'one per mail'}`
  const [own, ...others] = rates.map(median)
  const compared = others.map(
    (rate, at) => `${servers[at + 1].name} ${rate.toFixed(0)}/s, ratio ${(own / rate).toFixed(2)}`,
  )
  console.log([`${title}: mailhold ${own.toFixed(0)}/s`, ...compared].join('; '))
  console.log(`  ${cpuPerMail(pid, cpu, cpuOf(pid), count * rounds)}`)
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

// From 250 to the complete HTTP response of whoever waits for the mail. A response that came before the 250 counts as 0 ms, so
// the way from the last octet of the mail is told as well.

import { connect } from 'node:net'
import { parseArgs } from 'node:util'
import { mails } from './lib/mails.mjs'
import { startMailhold } from './lib/servers.mjs'
import { openLine } from './lib/smtp-line.mjs'

const sizes = [
  { waiters: 1, rounds: 300 },
  { waiters: 100, rounds: 30 },
  { waiters: 1000, rounds: 30 },
]

/** Who the mail is for: one of all who wait, each in an inbox of its own, or everybody at once. */
const audiences = ['one of them', 'all of them']

/** Rounds that are told apart, in which the server meets so many waiters for the first time and its code is compiled. */
const unmeasured = 10

/** Options: `--rounds N` multiplies the rounds (default 1). */
export async function wait(args) {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string' } } })
  const times = Number(values.rounds ?? 1)
  const server = await startMailhold()
  try {
    await measure({ server, mail: mails[0], waiters: 1, rounds: 50, audience: audiences[0] })
    for (const mail of mails.slice(0, 2)) {
      for (const audience of audiences) {
        for (const { waiters, rounds } of sizes) {
          const { first, measured } = await measure({
            server,
            mail,
            waiters,
            rounds: rounds * times,
            audience,
          })
          const { sinceKept, sinceSent, keeping } = measured
          console.log(`${mail.name}, ${waiters} waiting, mail for ${audience}: ${shares(sinceKept)}`)
          console.log(
            `    from the last octet to the response ${shares(sinceSent)}, to the 250 ${shares(keeping)} (${sinceKept.length} responses; ${unmeasured} rounds before: p99 ${at(first.sinceKept, 0.99)} ms)`,
          )
        }
      }
    }
  } finally {
    await server.stop()
  }
}

const at = (delays, share) => {
  const sorted = [...delays].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2)
}

const shares = (delays) => `p50 ${at(delays, 0.5)} ms, p99 ${at(delays, 0.99)} ms`

const nothing = () => ({ sinceKept: [], sinceSent: [], keeping: [] })

let lastInbox = 0

async function measure({ server, mail, waiters, rounds, audience }) {
  const line = await openLine(server.smtp)
  const clients = await Promise.all(Array.from({ length: waiters }, () => openClient(server.http)))
  const [first, measured] = [nothing(), nothing()]
  for (let round = 0; round < unmeasured + rounds; round += 1) {
    const { arrived, sent, kept } = await oneRound({ line, clients, mail, audience, round })
    const told = round < unmeasured ? first : measured
    told.keeping.push(kept - sent)
    told.sinceKept.push(...arrived.map((when) => Math.max(0, when - kept)))
    told.sinceSent.push(...arrived.map((when) => when - sent))
  }
  for (const client of clients) client.close()
  line.close()
  return { first, measured }
}

async function oneRound({ line, clients, mail, audience, round }) {
  const own = audience === audiences[0]
  lastInbox += 1
  const inboxes = clients.map((_, n) => (own ? `b${lastInbox}-${n}` : `b${lastInbox}`))
  const answers = clients.map((client, n) => client.ask(inboxes[n]))
  await held(clients.length)
  const chosen = own ? round % clients.length : 0
  const { sent, kept } = await line.deliver(mail, `ada@${inboxes[chosen]}.mailhold.test`)
  const arrived = own ? [await answers[chosen]] : await Promise.all(answers)
  if (own) await endOthers({ line, mail, inboxes, chosen, answers })
  return { arrived, sent, kept }
}

/** Waits of which the mail met none get a mail of their own; one for all of them. */
async function endOthers({ line, mail, inboxes, chosen, answers }) {
  const others = inboxes.filter((_, n) => n !== chosen)
  if (others.length > 0) {
    await line.deliver(mail, ...others.map((inbox) => `ada@${inbox}.mailhold.test`))
  }
  await Promise.all(answers)
}

// The server reads requests in the order of the turns in which they came; a while is enough for them to be held.
const held = (count) => new Promise((resolve) => setTimeout(resolve, 20 + count))

/** What all connections read into: reading makes no garbage here, whose collection would be measured too. */
const read = Buffer.alloc(64 * 1024)

/** One connection that is kept: asks, and tells when the whole answer was there. */
function openClient(port) {
  return new Promise((resolve, reject) => {
    let done
    let missing
    const callback = (length) => {
      missing ??= lengthOf(read.subarray(0, length))
      missing -= length
      if (missing <= 0) {
        missing = undefined
        done(performance.now())
      }
      return true
    }
    const socket = connect({ host: '127.0.0.1', port, noDelay: true, onread: { buffer: read, callback } })
    socket.on('error', reject)
    const ask = (inbox) => {
      socket.write(`GET /v1/wait?inbox=${inbox}&timeout=50s HTTP/1.1\r\nHost: localhost\r\n\r\n`)
      return new Promise((answered) => {
        done = answered
      })
    }
    socket.on('connect', () => resolve({ ask, close: () => socket.destroy() }))
  })
}

/** Octets of the answer that begins here, its head included. */
function lengthOf(octets) {
  const head = octets.latin1Slice(0, octets.indexOf('\r\n\r\n') + 4)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(head.split('\r\n')[0])
  return head.length + Number(/content-length: (\d+)/i.exec(head)?.[1])
}

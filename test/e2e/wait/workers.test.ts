// Many workers against one server, none of which sees another's mail, whatever comes first.

import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openSender } from '../../support/smtp-sender.js'
import { waitingServer } from '../../support/waiting-server.js'

const rounds = Number(process.env.MAILHOLD_ROUNDS ?? 2)
const workers = 50
const mailsEach = 20

const here = waitingServer()

interface Worker {
  readonly inbox: string
  /** the app's one fixed login, or the worker's own */
  readonly user: string
  readonly recipient: string
}

/** Half are told apart by the recipient's sub-domain alone, half by the user name alone. */
const workerOf = (round: number, n: number): Worker => {
  const inbox = `r${round}-w${n}`
  return n % 2 === 0
    ? { inbox, user: 'shop', recipient: `ada@${inbox}.mailhold.test` }
    : { inbox, user: inbox, recipient: 'ada@example.com' }
}

const mail = (subject: string) =>
  Buffer.from(`From: app@example.com\r\nTo: ada@example.com\r\nSubject: ${subject}\r\n\r\nHello\r\n`)

/** The mails of all workers in any order, over a few connections, now and then delayed. */
async function sendAll(all: readonly Worker[]): Promise<void> {
  const jobs = all.flatMap((worker) =>
    Array.from({ length: mailsEach }, (_, n) => ({ worker, subject: `mail ${n}` })),
  )
  for (let at = jobs.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1)
    const [one, two] = [jobs[at], jobs[other]]
    if (one && two) [jobs[at], jobs[other]] = [two, one]
  }
  const connections = Array.from({ length: 8 }, async (_, lane) => {
    for (const job of jobs.filter((_one, at) => at % 8 === lane)) {
      if (randomInt(10) === 0) await setTimeout(randomInt(5))
      await sendOne(job.worker, job.subject)
    }
  })
  await Promise.all(connections)
}

async function sendOne({ user, recipient }: Worker, subject: string): Promise<void> {
  const sender = await openSender(here.server.mailhold.smtp?.port ?? 0)
  await sender.say(`AUTH PLAIN ${Buffer.from(`\0${user}\0x`).toString('base64')}`)
  const reply = await sender.deliver(mail(subject), { to: [recipient] })
  sender.close()
  if (reply.code !== 250) throw new Error(reply.text)
}

/** Waits of which some are met, one must not be, and one counts exactly. */
async function expectAll({ inbox }: Worker): Promise<readonly unknown[]> {
  const newest = `mail ${mailsEach - 1}`
  const [all, one, none] = await Promise.all([
    here.api.wait({ inbox, timeout: '50s', settle: '1s', match: {}, count: mailsEach, return: 'summary' }),
    here.api.wait({ inbox, timeout: '50s', match: { subject: newest }, return: 'summary' }),
    here.api.wait({ inbox, timeout: '2s', match: { subject: `mail ${mailsEach}` } }),
  ])
  return [all.pass, all.matched, one.pass, one.matched, none.pass, none.status]
}

test.each(Array.from({ length: rounds }, (_, round) => round))(
  'no worker passes or fails by another, round %i',
  async (round) => {
    const all = Array.from({ length: workers }, (_, n) => workerOf(round, n))
    const early = all.filter((_one, n) => n % 3 !== 0).map(expectAll)
    await sendAll(all)
    const late = all.filter((_one, n) => n % 3 === 0).map(expectAll)

    for (const seen of await Promise.all([...early, ...late])) {
      expect(seen).toEqual([true, mailsEach, true, 1, false, 422])
    }
  },
  60_000,
)

// Who waits for a mail is answered from what was at hand when it was committed, and with the same as everybody else.

import { expect, test } from 'vitest'
import type { Hub } from '#mailhold/events/hub.js'
import type { Store } from '#mailhold/store/store.js'
import { hostileMails } from '../../support/hostile-mails.js'
import { sampleMails } from '../../support/mails.js'
import { keepOctets, realMailroom, waiting } from './real-mailroom.js'

/** A hub that hands changes over only once `until` has resolved. */
const holdingBack = (hub: Hub, until: Promise<void>): Hub => ({
  ...hub,
  get newestSeq() {
    return hub.newestSeq
  },
  subscribe(accepts) {
    const subscription = hub.subscribe(accepts)
    return {
      since: subscription.since,
      close: () => subscription.close(),
      async take(signal) {
        const changes = await subscription.take(signal)
        await until
        return changes
      },
    }
  },
})

/** A small mail is at hand; hostile ones of more than that are read from the store. */
const mails = [...sampleMails(), ...hostileMails.filter(({ octets }) => octets.length <= 1024 * 1024)]

test('a wait is answered with what reading the mail gives', async () => {
  const { mailroom } = await realMailroom()
  for (const [at, { name, octets }] of mails.entries()) {
    const answered = mailroom.wait({ inbox: `w${at}`, match: {}, timeout: '20s' }, waiting())

    const { id } = await keepOctets(mailroom, octets, `ada@w${at}.mailhold.test`)
    const { answer } = await answered
    const given = answer.pass ? answer.messages[0] : undefined
    const read = await mailroom.find(id)

    expect(given?.whole?.message, name).toEqual(read)
    expect(given?.summary, name).toEqual(read?.summary)
    expect(given?.whole?.bodies, name).toEqual(read && (await mailroom.bodies(read)))
  }
}, 120_000)

test('nothing is read back for a wait that a small mail meets', async () => {
  const asked: string[] = []
  const counted = (real: Store): Store =>
    new Proxy(real, {
      get(target, name) {
        asked.push(String(name))
        return Reflect.get(target, name, target) as unknown
      },
    })
  const { mailroom } = await realMailroom({ store: counted })
  const answered = mailroom.wait({ inbox: 'w1', match: { body: 'Hello' }, timeout: '20s' }, waiting())
  await mailroom.list({ order: 'newest', limit: 1, total: false })
  asked.length = 0

  await keepOctets(mailroom, Buffer.from('Subject: x\r\n\r\nHello\r\n'), 'ada@w1.mailhold.test')

  expect((await answered).answer.pass).toBe(true)
  expect(asked).not.toEqual(expect.arrayContaining(['message']))
  expect(asked).not.toEqual(expect.arrayContaining(['octets']))
})

test('whoever waits for a mail has the answer when the mail is kept, hundreds alike', async () => {
  const { mailroom } = await realMailroom()
  let answered = 0
  const held = Array.from({ length: 500 }, async () => {
    const { answer } = await mailroom.wait({ inbox: 'w1', match: { body: 'Hello' } }, waiting())
    if (answer.pass) answered += 1
  })

  await keepOctets(mailroom, Buffer.from('Subject: x\r\n\r\nHello\r\n'), 'ada@w1.mailhold.test')
  const answeredWhenKept = answered
  await Promise.all(held)

  expect(answeredWhenKept).toBe(500)
})

test('a sender is not held up by waits that cannot be told', async () => {
  let letThrough = (): void => undefined
  const until = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  const { mailroom } = await realMailroom({ hub: (hub) => holdingBack(hub, until) })
  const answered = mailroom.wait({ inbox: 'w1', match: {}, timeout: '20s' }, waiting())

  const { id } = await keepOctets(mailroom, Buffer.from('Subject: x\r\n\r\n'), 'ada@w1.mailhold.test')
  letThrough()

  expect((await answered).answer).toMatchObject({ pass: true, messages: [{ summary: { id } }] })
})

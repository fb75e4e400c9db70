import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Hub } from '#mailhold/events/hub.js'
import { realMailroom, waiting } from './real-mailroom.js'

/** A hub that counts who listens to it, and hands changes over after `delay` milliseconds. */
function watchedHub(delay = 0) {
  const open = { now: 0 }
  const wrap = (hub: Hub): Hub => ({
    get newestSeq() {
      return hub.newestSeq
    },
    beginAt: (seq) => hub.beginAt(seq),
    publish: (changes) => hub.publish(changes),
    close: () => hub.close(),
    subscribe(accepts) {
      const subscription = hub.subscribe(accepts)
      open.now += 1
      return {
        since: subscription.since,
        async take(signal) {
          const changes = await subscription.take(signal)
          await setTimeout(delay)
          return changes
        },
        close() {
          open.now -= 1
          subscription.close()
        },
      }
    },
  })
  return { open, wrap }
}

test('a wait that was met leaves nobody listening, to its caller or to new mail', async () => {
  const { open, wrap } = watchedHub()
  const { mailroom, keep } = await realMailroom({ hub: wrap })
  const before = open.now
  const options = waiting()
  const answered = mailroom.wait({ match: { subject: 'Confirm' } }, options)
  const held = [options.ending.listeners.size, open.now - before]
  await keep('Confirm')

  expect((await answered).answer.pass).toBe(true)
  expect(held).toEqual([1, 1])
  expect([options.ending.listeners.size, open.now - before]).toEqual([0, 0])
})

test('a wait that is ended early rejects with the reason, and listens no more', async () => {
  const { open, wrap } = watchedHub()
  const { mailroom } = await realMailroom({ hub: wrap })
  const before = open.now
  const options = waiting()
  const answered = mailroom.wait({ match: {}, timeout: '30s' }, options)
  for (const listener of [...options.ending.listeners]) listener.ended(new Error('the client has gone'))

  await expect(answered).rejects.toThrow('the client has gone')
  expect([options.ending.listeners.size, open.now - before]).toEqual([0, 0])
})

test('quiet means that all that is committed was looked at, however late it is told of', async () => {
  const { mailroom, keep } = await realMailroom({ hub: watchedHub(1500).wrap })
  const answered = mailroom.wait({ inbox: 'w1', match: {}, count: 0, settle: '500ms' }, waiting())
  await keep('Committed')

  expect((await answered).answer).toMatchObject({ pass: false, reason: 'tooMany' })
})

test('an answer has the newest hundred mails and the count of all', async () => {
  const { mailroom, keep } = await realMailroom()
  for (let n = 1; n <= 101; n += 1) await keep(`Mail ${n}`)

  const { answer } = await mailroom.wait({ inbox: 'w1', match: {}, count: { min: 101 } }, waiting())

  if (!answer.pass) throw new Error(answer.text)
  expect(answer.matched).toBe(101)
  expect(answer.messages.map(({ summary }) => summary.subject)).toEqual(
    Array.from({ length: 100 }, (_, at) => `Mail ${at + 2}`),
  )
})

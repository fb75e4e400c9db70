import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Hub } from '#mailhold/events/hub.js'
import type { Store } from '#mailhold/store/store.js'
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
  const { mailroom, keep } = await realMailroom({ hub: watchedHub(4000).wrap })
  const answered = mailroom.wait({ inbox: 'w1', match: {}, count: 0, settle: '2s' }, waiting())
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

/** A store whose pages cannot be read as long as it is so. */
const unreadable =
  (state: { is: boolean }) =>
  (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        const isPage = name === 'page' || name === 'wholePage'
        return isPage && state.is ? () => Promise.reject(new Error('the store cannot be read')) : value
      },
    })

test('a call of which every expectation fails was held once, and gives back one place', async () => {
  const state = { is: true }
  const { mailroom, keep } = await realMailroom({ store: unreadable(state) })
  await keep('First')
  const failing = { expectations: [{ match: { subject: 'Never' } }, { match: { subject: 'Neither' } }] }
  await expect(mailroom.assert(failing, waiting())).rejects.toThrow('the store cannot be read')
  state.is = false

  const all = waiting()
  const never = { inbox: 'w2', match: { subject: 'Never' }, timeout: '50s' }
  const held = Array.from({ length: 1000 }, () => mailroom.wait(never, all))
  await expect(mailroom.wait(never, waiting())).rejects.toMatchObject({ code: 'tooMany' })
  for (const listener of [...all.ending.listeners]) listener.ended(new Error('enough'))
  await Promise.allSettled(held)

  expect((await mailroom.wait({ ...never, timeout: '0s' }, waiting())).answer.pass).toBe(false)
})

test('an inbox may be asked for in capitals', async () => {
  const { mailroom, keep } = await realMailroom()
  await keep('Confirm')

  const met = await mailroom.wait({ inbox: 'W1', match: { subject: 'Confirm' } }, waiting())
  const missed = await mailroom.wait({ inbox: 'W1', match: { subject: 'Never' }, timeout: '0s' }, waiting())

  expect(met.answer.pass).toBe(true)
  expect(missed.story()).toContain('Expected at least 1 mail in inbox w1 with')
})

test.each([
  ['after', { after: 'yesterday', expectations: [{ match: {} }, { match: {} }] }],
  ['expectations[0].after', { expectations: [{ match: {}, after: 'yesterday' }] }],
  ['expectations[1].after', { after: 'start', expectations: [{ match: {} }, { match: {}, after: 'soon' }] }],
])('what is no place in the order is named: %s', async (path, body) => {
  const { mailroom } = await realMailroom()

  await expect(mailroom.assert(body, waiting())).rejects.toMatchObject({
    code: 'badInput',
    details: { path },
  })
})

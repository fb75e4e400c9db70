import { expect, onTestFinished, test } from 'vitest'
import { createInboxes } from '#mailhold/mailroom/inboxes.js'
import { type TestStore, testStore } from '../support/stored-mail.js'

const minute = 60_000

/** A keeper over a real store with a clock that is set by hand. */
async function keeping(given?: TestStore) {
  const test = given ?? (await testStore())
  if (!given) onTestFinished(() => test[Symbol.asyncDispose]())
  const clock = handClock()
  const gone: string[] = []
  const keeper = createInboxes({
    store: test.store,
    ...clock,
    onError: (error) => {
      throw error
    },
    onRemoved(name) {
      gone.push(name)
      clock.stirred()
      return 0
    },
  })
  const names = async () => (await test.store.inboxes()).map(({ name }) => name)
  return { test, keeper, names, gone, clock }
}

/** Time passes when the test says so, and then an alarm that is due rings. */
function handClock() {
  let now = 1_000_000
  let alarm: { readonly at: number; readonly call: () => void } | undefined
  let stir = () => {}
  const nextStir = () =>
    new Promise<void>((resolve) => {
      stir = resolve
    })
  return {
    now: () => now,
    later(milliseconds: number, call: () => void) {
      const own = { at: now + milliseconds, call }
      alarm = own
      stir()
      return () => {
        if (alarm === own) alarm = undefined
      }
    },
    /** Something happened that a test may wait for. */
    stirred: () => stir(),
    /** Resolves when an alarm is set. */
    async isSet() {
      if (!alarm) await nextStir()
    },
    /** Resolves when an alarm that was due has done something. */
    async pass(milliseconds: number) {
      now += milliseconds
      if (!alarm || alarm.at > now) return
      const { call } = alarm
      alarm = undefined
      const stirs = nextStir()
      call()
      await stirs
    },
  }
}

test('a fresh name is made up, behind a prefix where one is given', async () => {
  const { keeper, names } = await keeping()

  const plain = await keeper.openInbox({})
  const prefixed = await keeper.openInbox({ prefix: 'w3' })

  expect(plain.inbox.name).toMatch(/^[a-z0-9]{8}$/)
  expect(prefixed.inbox.name).toMatch(/^w3-[a-z0-9]{8}$/)
  expect(prefixed.inbox).toEqual({ name: prefixed.inbox.name, messages: 0, unread: 0 })
  expect((await names()).sort()).toEqual([plain.inbox.name, prefixed.inbox.name].sort())
})

test('an inbox that is there is answered as it is, and renewed by a ttl', async () => {
  const { test, keeper } = await keeping()
  await test.keep('Subject: x\r\n\r\n', { w1: ['a@b'] })

  const found = await keeper.openInbox({ name: 'w1' })
  const renewed = await keeper.openInbox({ name: 'w1', ttl: '30m' })
  const again = await keeper.openInbox({ name: 'w1' })

  expect([found.isNew, renewed.isNew, again.isNew]).toEqual([false, false, false])
  expect(found.inbox).toMatchObject({ name: 'w1', messages: 1 })
  expect(found.inbox.expiresAt).toBeUndefined()
  expect(again.inbox).toMatchObject({ messages: 1, expiresAt: 1_000_000 + 30 * minute })
})

test.each([
  [{ name: 'a b' }, 'name'],
  [{ name: '' }, 'name'],
  [{ name: 'x'.repeat(41) }, 'name'],
  [{ name: 'Ada' }, 'name'],
  [{ name: 'all' }, 'name'],
  [{ prefix: 'x'.repeat(32) }, 'prefix'],
  [{ prefix: 'ä' }, 'prefix'],
  [{ name: 'w1', prefix: 'w' }, 'prefix'],
  [{ name: 'w1', ttl: '0s' }, 'ttl'],
  [{ name: 'w1', ttl: '2 weeks' }, 'ttl'],
])('%j is refused', async (wish, path) => {
  const { keeper, names } = await keeping()

  await expect(keeper.openInbox(wish)).rejects.toMatchObject({ code: 'badInput', details: { path } })
  expect(await names()).toEqual([])
})

test('an inbox goes with its deliveries when its time is over, and others stay', async () => {
  const { test, keeper, names, gone, clock } = await keeping()
  await keeper.openInbox({ name: 'w1', ttl: '30m' })
  await keeper.openInbox({ name: 'w2' })
  await test.keep('Subject: both\r\n\r\n', { w1: ['a@b'], w2: ['c@d'] })
  await test.keep('Subject: one\r\n\r\n', { w1: ['a@b'] })

  await clock.pass(30 * minute - 1)
  expect(await names()).toEqual(['w1', 'w2'])
  await clock.pass(1)

  expect(await names()).toEqual(['w2'])
  expect(gone).toEqual(['w1'])
  expect((await test.store.stats()).messages).toBe(1)
})

test('a renewed inbox stays for its new time', async () => {
  const { keeper, names, clock } = await keeping()
  await keeper.openInbox({ name: 'w1', ttl: '10m' })
  await clock.pass(9 * minute)
  await keeper.openInbox({ name: 'w1', ttl: '10m' })

  await clock.pass(9 * minute)

  expect(await names()).toEqual(['w1'])
})

test('an inbox of an earlier run expires too', async () => {
  const first = await keeping()
  await first.keeper.openInbox({ name: 'w1', ttl: '1s' })
  first.keeper.close()
  await first.test.reopen()

  const second = await keeping(first.test)
  await second.clock.isSet()
  await second.clock.pass(minute)

  expect(await second.names()).toEqual([])
})

test('removing tells how many mails left it, and that there is none', async () => {
  const { test, keeper, gone } = await keeping()
  await test.keep('Subject: x\r\n\r\n', { w1: ['a@b'], w2: ['c@d'] })

  expect(await keeper.removeInbox('W1')).toBe(1)
  expect(await keeper.removeInbox('w1')).toBeUndefined()
  expect(await keeper.removeInbox('no inbox')).toBeUndefined()
  expect((await test.store.stats()).messages).toBe(1)
  expect(gone).toContain('w1')
})

test('an inbox that is wanted while it goes is there afterwards, empty', async () => {
  const { test, keeper, names } = await keeping()
  await test.keep('Subject: x\r\n\r\n', { w1: ['a@b'] })

  const [removed, opened] = await Promise.all([
    keeper.removeInbox('w1'),
    keeper.openInbox({ name: 'w1', ttl: '1h' }),
  ])

  expect(removed).toBe(1)
  expect(opened).toMatchObject({ isNew: true, inbox: { messages: 0 } })
  expect(await names()).toEqual(['w1'])
})

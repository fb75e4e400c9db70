import { expect, test } from 'vitest'
import type { StoreOptions } from '#mailhold/store/store.js'
import { message, type Opened, octets, openIn, temporaryFolder } from './mail.js'

const minute = 60_000
const unlimited = { maxMessages: 1e9, maxAge: 1e15, maxStoreSize: 1e15 }
const withLimits = (
  retention: Partial<StoreOptions['retention']>,
  more: Partial<StoreOptions> = {},
): Promise<Opened> =>
  openIn(temporaryFolder(), { retention: { ...unlimited, ...retention }, durable: false, ...more })

/** Keeps mail that was received so many minutes ago; the first comes first. */
async function keepAged({ store }: Opened, ...ages: readonly number[]): Promise<void> {
  for (const [n, age] of ages.entries()) {
    await store.keep(message(`m${n}`, { receivedAt: Date.now() - age * minute }), octets('x'))
  }
}

const left = async ({ store }: Opened): Promise<string> =>
  (await store.page({ selection: {}, order: 'oldest', limit: 100, total: false })).messages
    .map((one) => one.id)
    .join(' ')

test('beyond the count the oldest mail goes by itself, and it is told of and counted', async () => {
  const opened = await withLimits({ maxMessages: 2 })
  await keepAged(opened, 50, 40, 30, 20)
  await opened.store.retain(Date.now())

  expect(await left(opened)).toBe('m2 m3')
  const deleted = opened.announced.filter(({ kind }) => kind === 'deleted')
  expect(deleted.map(({ messageId, reason }) => [messageId, reason])).toEqual([
    ['m0', 'maxMessages'],
    ['m1', 'maxMessages'],
  ])
  expect((await opened.store.stats()).evictions).toEqual({ maxMessages: 2, maxAge: 0, maxStoreSize: 0 })
  await opened.end()
})

test('old mail goes by age, and evictions are remembered over a restart', async () => {
  const opened = await withLimits({ maxAge: 35 * minute }, { durable: true })
  await keepAged(opened, 50, 40, 30)
  await opened.store.retain(Date.now())

  expect(await left(opened)).toBe('m2')
  const again = await opened.again()
  expect((await again.store.stats()).evictions.maxAge).toBe(2)
  await again.end()
})

test('beyond the size the oldest mail goes until the rest fits', async () => {
  const opened = await withLimits({ maxStoreSize: 250_000 })
  const body = (): Uint8Array<ArrayBuffer> => {
    const made = new Uint8Array(60_000)
    for (let at = 0, state = 9; at < made.length; at++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      made[at] = state >>> 24
    }
    return made
  }
  for (let n = 0; n < 6; n++) {
    await opened.store.keep(message(`m${n}`, { receivedAt: Date.now() - 10 * minute, size: 60_000 }), body())
  }
  await opened.store.retain(Date.now())

  expect(await left(opened)).toBe('m2 m3 m4 m5')
  expect((await opened.store.stats()).evictions.maxStoreSize).toBe(2)
  await opened.end()
})

test('mail under five minutes old stays, and the store says that it is full until it has aged', async () => {
  const opened = await withLimits({ maxMessages: 2 })
  await keepAged(opened, 1, 1, 1)
  const { changes } = await opened.store.retain(Date.now())

  expect(changes).toEqual([])
  expect(await left(opened)).toBe('m0 m1 m2')
  expect(opened.store.freeSpace()).toBeLessThan(0)

  await opened.store.retain(Date.now() + 5 * minute)
  expect(await left(opened)).toBe('m1 m2')
  expect(opened.store.freeSpace()).toBeGreaterThan(0)
  await opened.end()
})

const year = 365 * 24 * 60 * minute

test('mail from years ahead does not keep the store full', async () => {
  const opened = await withLimits({ maxMessages: 2 })
  await keepAged(opened, -10 * year, -10 * year, -10 * year)
  await opened.store.retain(Date.now())

  expect(await left(opened)).toBe('m1 m2')
  expect(opened.store.freeSpace()).toBeGreaterThan(0)
  await opened.end()
})

test('a clock that runs a little ahead makes no mail old', async () => {
  const opened = await withLimits({ maxMessages: 2 })
  await keepAged(opened, -4, -4, -4)
  const { changes } = await opened.store.retain(Date.now())

  expect(changes).toEqual([])
  await opened.end()
})

test('mail from years ahead goes with the mail that came behind it', async () => {
  const opened = await withLimits({ maxAge: 35 * minute })
  await keepAged(opened, -10 * year, 50, -10 * year, 30, -10 * year)
  await opened.store.retain(Date.now())

  expect(await left(opened)).toBe('m2 m3 m4')
  await opened.end()
})

test('mail behind one from years ahead that is young stays', async () => {
  const opened = await withLimits({ maxMessages: 1 })
  await keepAged(opened, -10 * year, 1)
  const { changes } = await opened.store.retain(Date.now())

  expect(changes).toEqual([])
  await opened.end()
})

test('who asks after the mail that went over the limit hears that there is no room', async () => {
  const opened = await withLimits({ maxMessages: 2 })
  await keepAged(opened, 1, 1, 1)

  await expect.poll(() => opened.store.freeSpace()).toBeLessThan(0)
  await opened.end()
})

test('the store says which limit it is that leaves no room', async () => {
  const full = await withLimits({ maxMessages: 2 })
  await keepAged(full, 1, 1, 1)
  const large = await withLimits({ maxStoreSize: 10 })
  await keepAged(large, 1)

  await expect.poll(() => full.store.shortage(0)).toBe('maxMessages')
  await expect.poll(() => large.store.shortage(0)).toBe('maxStoreSize')
  await full.end()
  await large.end()
})

test('what is larger than the disk finds it full', async () => {
  const opened = await withLimits({})

  expect(opened.store.shortage(1)).toBeUndefined()
  expect(opened.store.shortage(1e18)).toBe('disk')
  await opened.end()
})

test('deleting makes room again where only young mail was over the limit', async () => {
  const opened = await withLimits({ maxMessages: 2 })
  await keepAged(opened, 1, 1, 1)
  await opened.store.retain(Date.now())
  await opened.store.remove({}, 'asked')

  expect(opened.store.freeSpace()).toBeGreaterThan(0)
  await opened.end()
})

test('announced sizes lower the free space until they are given back, once', async () => {
  const opened = await withLimits({})
  const before = opened.store.freeSpace()

  const giveBack = opened.store.reserve(1e9)
  expect(before - opened.store.freeSpace()).toBeGreaterThan(0.9e9)
  giveBack()
  giveBack()

  expect(Math.abs(before - opened.store.freeSpace())).toBeLessThan(0.5e9)
  await opened.end()
})

import { describe, expect, test } from 'vitest'
import { kinds, useStore } from './contract.js'
import { bodyOf, message, octets, openIn, temporaryFolder } from './mail.js'

const chunk = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(262_144).fill(65 + n)

describe.each(kinds)('bodies that arrive in pieces, in $name', (kind) => {
  const bench = useStore(kind)

  test('ten at once come back each as it was', async () => {
    const names = Array.from({ length: 10 }, (_, n) => `m${n}`)

    await Promise.all(
      names.map(async (name, n) => {
        const body = bench.store.openBody()
        for (let at = 0; at < 4; at++) await body.write(chunk(n))
        await body.write(octets('end'))
        await bench.store.keep(message(name, { size: 4 * 262_144 + 3 }), body)
      }),
    )

    const store = await bench.settled()
    for (const [n, name] of names.entries()) {
      expect(await bodyOf(store, name)).toBe(`${String.fromCharCode(65 + n).repeat(4 * 262_144)}end`)
    }
  })

  test('pieces of any size are put together', async () => {
    const body = bench.store.openBody()
    for (const piece of ['a', '', 'bcd', 'e'.repeat(1_000)]) await body.write(octets(piece))
    await bench.store.keep(message('m1', { size: 1_004 }), body)

    const store = await bench.settled()
    expect(await bodyOf(store, 'm1')).toBe(`abcd${'e'.repeat(1_000)}`)
    expect(await bodyOf(store, 'm1', 2, 6)).toBe('cdee')
  })

  test('writes that nobody waits for are all kept', async () => {
    const body = bench.store.openBody()
    const writes = [body.write(octets('one ')), body.write(octets('two ')), body.write(octets('three'))]
    const keeping = bench.store.keep(message('m1', { size: 13 }), body)

    await Promise.all([...writes, keeping])

    expect(await bodyOf(await bench.settled(), 'm1')).toBe('one two three')
  })

  test('a discarded body leaves nothing', async () => {
    const body = bench.store.openBody()
    await body.write(chunk(0))
    body.discard()
    body.discard()

    await expect(body.write(octets('more'))).rejects.toMatchObject({ code: 'storeFailed' })
    await expect(bench.store.keep(message('m1'), body)).rejects.toMatchObject({ code: 'storeFailed' })
    expect((await (await bench.settled()).stats()).messages).toBe(0)
  })

  test('a body serves one message only', async () => {
    const body = bench.store.openBody()
    await body.write(octets('x'))
    await bench.store.keep(message('m1', { size: 1 }), body)

    await expect(bench.store.keep(message('m2'), body)).rejects.toMatchObject({ code: 'storeFailed' })
    expect(await bodyOf(await bench.settled(), 'm1')).toBe('x')
  })
})

test('a body that was arriving when the store closed is swept at the next start', async () => {
  const opened = await openIn(temporaryFolder())
  const body = opened.store.openBody()
  for (let n = 0; n < 40; n++) await body.write(chunk(n))
  const before = (await opened.store.stats()).storeSize

  const again = await opened.again()
  // Housekeeping goes on between groups, so that a few of these have seen it done.
  for (let n = 0; n < 30; n++) await again.store.probe()
  await again.store.keep(message('m1', { size: 1 }), octets('x'))
  const body2 = again.store.openBody()
  for (let n = 0; n < 36; n++) await body2.write(chunk(n))
  await again.store.keep(message('m2', { size: 36 * 262_144 }), body2)

  expect((await again.store.stats()).storeSize).toBeLessThan(before * 1.2)
  await again.end()
})

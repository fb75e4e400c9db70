import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCrlfCounter, toCrlfForm } from '#mailhold/mail/crlf-form.js'

async function* pieces(octets: Uint8Array, sizes: readonly number[]): AsyncIterable<Uint8Array> {
  let at = 0
  for (let i = 0; at < octets.length; i += 1) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1)
    yield octets.slice(at, at + size)
    at += size
  }
}

async function form(octets: Uint8Array, bodyLines?: number, sizes: readonly number[] = [7]): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const piece of toCrlfForm(pieces(octets, sizes), bodyLines)) parts.push(piece)
  return Buffer.concat(parts).toString('latin1')
}

// octets that matter here come often
const octets = fc
  .array(fc.oneof(fc.constantFrom(10, 13, 10, 13, 65), fc.integer({ min: 0, max: 255 })), { maxLength: 200 })
  .map((list) => Uint8Array.from(list))
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })

describe('the CRLF form', () => {
  test.each([
    ['', ''],
    ['a', 'a\r\n'],
    ['a\n', 'a\r\n'],
    ['a\r\n', 'a\r\n'],
    ['\n\n', '\r\n\r\n'],
    ['a\rb\n', 'a\rb\r\n'],
    ['a\r', 'a\r\r\n'],
    ['a\r\r\n', 'a\r\r\n'],
  ])('of %j is %j', async (message, expected) => {
    expect(await form(Buffer.from(message))).toBe(expected)
  })

  test('has the size that the counter tells, for any octets in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(octets, sizes, async (message, cuts) => {
        const counter = createCrlfCounter()
        for await (const piece of pieces(message, cuts)) counter.feed(piece)
        expect(counter.size).toBe((await form(message, undefined, cuts)).length)
      }),
    )
  })

  test('is its own CRLF form', async () => {
    await fc.assert(
      fc.asyncProperty(octets, async (message) => {
        const once = await form(message)
        expect(await form(Buffer.from(once, 'latin1'))).toBe(once)
      }),
    )
  })
})

describe('TOP', () => {
  const message = Buffer.from('A: 1\nB: 2\n\none\ntwo\nthree')

  test.each([
    [0, 'A: 1\r\nB: 2\r\n\r\n'],
    [1, 'A: 1\r\nB: 2\r\n\r\none\r\n'],
    [2, 'A: 1\r\nB: 2\r\n\r\none\r\ntwo\r\n'],
    [3, 'A: 1\r\nB: 2\r\n\r\none\r\ntwo\r\nthree\r\n'],
    [99999999, 'A: 1\r\nB: 2\r\n\r\none\r\ntwo\r\nthree\r\n'],
  ])('with %i lines ends there', async (lines, expected) => {
    expect(await form(message, lines)).toBe(expected)
    expect(await form(message, lines, [1])).toBe(expected)
  })

  test('with very many lines equals the whole form, for any octets', async () => {
    await fc.assert(
      fc.asyncProperty(octets, sizes, async (any, cuts) => {
        expect(await form(any, 99999999, cuts)).toBe(await form(any, undefined, cuts))
      }),
    )
  })

  test('does not read the source further than it needs', async () => {
    let read = 0
    async function* source() {
      for (const line of ['A: 1\r\n', '\r\n', 'one\r\n', 'two\r\n', 'three\r\n']) {
        read += 1
        yield Buffer.from(line)
      }
    }

    for await (const _ of toCrlfForm(source(), 1)) {
      // only the reading counts
    }

    expect(read).toBe(3)
  })
})

import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codec, pack, packJson, unpack, unpackJson } from '#mailhold/store/codec.js'

test('octets come back as they were, whatever they are', () => {
  const some = fc.uint8Array({ maxLength: 3_000 })
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 60 }), (octets, times) => {
      const all = Buffer.concat(Array.from({ length: times }, () => octets))

      expect(Buffer.from(unpack(pack(all))).equals(all)).toBe(true)
    }),
  )
})

test('whoever says how many octets there are gets them in one buffer of that size', () => {
  for (const size of [600, 4_096, 26_692, 262_144]) {
    const text = Buffer.alloc(size, 'Some text of a mail.\r\n')

    const octets = unpack(pack(text), size)

    expect(Buffer.from(octets).equals(text)).toBe(true)
    // smaller ones lie in a buffer that Node shares out
    if (size >= 4_096) expect(octets.buffer.byteLength).toBe(size)
  }
})

test('any value of JSON comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unpackJson(packJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('text is deflated, base64 and noise stay as they are', () => {
  const html = Buffer.from('<p>Hello, this is some text of a mail</p>\r\n'.repeat(5_000))
  const noise = randomBytes(200_000)

  expect(pack(html).codec).toBe(codec.deflateRaw)
  expect(pack(html).octets.byteLength).toBeLessThan(html.byteLength / 10)
  expect(pack(noise).codec).toBe(codec.plain)
  expect(pack(Buffer.from(noise.toString('base64'))).codec).toBe(codec.plain)
  expect(pack(Buffer.from('short')).codec).toBe(codec.plain)
})

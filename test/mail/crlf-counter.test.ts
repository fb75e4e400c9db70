import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCrlfCounter } from '#mailhold/mail/crlf-form.js'

const octet = fc.oneof(fc.constantFrom(10, 13), fc.nat(255))

test('the CRLF form is counted the same however the octets are cut and wherever in memory they lie', () => {
  fc.assert(
    fc.property(
      fc.array(octet, { maxLength: 40 }),
      fc.array(fc.nat(40), { maxLength: 6 }),
      (octets, cuts) => {
        const whole = createCrlfCounter()
        whole.feed(Uint8Array.from(octets))
        const pieces = createCrlfCounter()
        const bounds = [
          0,
          ...cuts.map((cut) => Math.min(cut, octets.length)).sort((a, b) => a - b),
          octets.length,
        ]
        const memory = Uint8Array.from([0, ...octets])
        for (const [n, start] of bounds.entries())
          pieces.feed(memory.subarray(start + 1, (bounds[n + 1] ?? start) + 1))

        const text = Buffer.from(octets).toString('latin1')
        const form = text.replace(/(?<!\r)\n/g, '\r\n')
        const size = form.length + (form === '' || form.endsWith('\n') ? 0 : 2)

        expect(whole.size).toBe(size)
        expect(pieces.size).toBe(size)
      },
    ),
    { numRuns: 1_000 },
  )
})

const text = Buffer.from('a\nb\r\n\n')

test('a piece of any length that begins anywhere in its buffer is counted', () => {
  for (let offset = 0; offset < 8; offset += 1) {
    for (let length = 0; length <= text.length; length += 1) {
      const buffer = Buffer.alloc(64)
      text.copy(buffer, offset, 0, length)
      const piece = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length)
      const counter = createCrlfCounter()
      counter.feed(piece)
      const form = text.subarray(0, length).toString().replace(/\r?\n/g, '\r\n')
      const size = form === '' || form.endsWith('\r\n') ? form.length : form.length + 2

      expect([offset, length, counter.size]).toEqual([offset, length, size])
    }
  }
})

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

import { expect, test } from 'vitest'
import { createCrlfCounter } from '#mailhold/mail/crlf-form.js'

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

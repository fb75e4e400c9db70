// How MailHog's pieces are cut from a text, however it is written.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutUp } from '#mailhold/http/compat/mailhog/content.js'

test('a field that comes twice has two values, a folded one its blanks', () => {
  const { Headers } = cutUp('X-A: 1\r\nx-a: 2\r\nB: one\r\n\ttwo\r\nno field\r\nC:3\r\n\r\n')

  expect(Headers).toEqual({ 'X-A': ['1', '2'], B: ['one\ttwo'], C: ['3'] })
})

test('a text without an empty line is all body', () => {
  expect(cutUp('Subject: x\r\nmore')).toEqual({
    Headers: {},
    Body: 'Subject: x\r\nmore',
    Size: 16,
    MIME: null,
  })
})

test('bare line feeds end lines too', () => {
  expect(cutUp('A: 1\nB: 2\n\nbody\n')).toMatchObject({ Headers: { A: ['1'], B: ['2'] }, Body: 'body\n' })
})

test('a name cannot reach beyond its object', () => {
  const { Headers } = cutUp('__proto__: x\r\nconstructor: y\r\n\r\n')

  expect(Object.getPrototypeOf(Headers)).toBe(Object.prototype)
  expect(JSON.parse(JSON.stringify(Headers)).constructor).toEqual(['y'])
})

test('boundaries that ask for millions of pieces get a thousand', () => {
  const text = `Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x'.repeat(1_000_000)}`

  expect(cutUp(`${text}\r\n`).MIME?.Parts.length).toBeLessThanOrEqual(1000)
})

test('trees deeper than any mail are cut', () => {
  let text = 'end'
  for (let n = 0; n < 50; n++)
    text = `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n${text}\r\n--b${n}--`

  const depth = (one: ReturnType<typeof cutUp>): number =>
    one.MIME?.Parts[0] ? 1 + depth(one.MIME.Parts[0]) : 0

  expect(depth(cutUp(text))).toBe(6)
})

test('a piece has no line ends at its outer ends, and is read at once however many stand within', () => {
  const many = '\r\n'.repeat(40_000)
  const text = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b${many}A: 1\r\n\r\none${many}two\r\n\n\r--b--`

  const began = performance.now()
  const parts = cutUp(text).MIME?.Parts

  expect(performance.now() - began).toBeLessThan(5000)
  expect(parts?.map(({ Body }) => Body)).toEqual([`one${many}two`, '--'])
})

test('no text makes it fail', () => {
  const line = fc.constantFrom(
    'A: 1',
    'Content-Type: multipart/mixed; boundary="b"',
    '--b',
    '--b--',
    '',
    ' fold',
    ':',
    '\0',
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(cutUp(lines.join('\r\n')).Size).toBe(lines.join('\r\n').length)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DotStuffer } from '#mailhold/lines/dot-stuff.js'

const stuffed = (...pieces: readonly string[]): string => {
  const stuffer = new DotStuffer()
  const octets = pieces.map((piece) => Buffer.from(stuffer.stuff(Buffer.from(piece, 'latin1'))))
  return Buffer.concat([...octets, stuffer.finish()]).toString('latin1')
}

test.each([
  ['', '.\r\n'],
  ['a\r\n', 'a\r\n.\r\n'],
  ['.\r\n', '..\r\n.\r\n'],
  ['.a\r\n..b\r\nc.\r\n', '..a\r\n...b\r\nc.\r\n.\r\n'],
  ['a.\r\n.', 'a.\r\n..\r\n.\r\n'],
  ['a\r.\n.b\r\n', 'a\r.\n.b\r\n.\r\n'],
  ['open', 'open\r\n.\r\n'],
  ['open\r', 'open\r\r\n.\r\n'],
])('%j is sent as %j', (message, sent) => {
  expect(stuffed(message)).toBe(sent)
  expect(stuffed(...message)).toBe(sent)
})

test('a piece without a dot to be stuffed is passed on without being copied', () => {
  const piece = Buffer.from('a.b\r\nc\r\n')

  const octets = new DotStuffer().stuff(piece)

  expect(octets.buffer).toBe(piece.buffer)
})

/** Un-stuffs line by line, as RFC 1939 §3 tells the client to. */
const unstuffed = (response: string): string => {
  const lines = response.split('\r\n')
  const end = lines.indexOf('.')
  return lines
    .slice(0, end)
    .map((line) => `${line.replace(/^\./, '')}\r\n`)
    .join('')
}

const character = fc.constantFrom('.', '\r', '\n', 'x', '\r\n', '\r\n.')

test('un-stuffing gives back any message that ends with CRLF, however it is cut into pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.array(character).map((text) => text.join(''))), (pieces) => {
      const message = pieces.join('')

      const response = stuffed(...pieces)

      const whole = message === '' || message.endsWith('\r\n') ? message : `${message}\r\n`
      expect(unstuffed(response)).toBe(whole)
      expect(response.endsWith('.\r\n')).toBe(true)
    }),
  )
})

test('a million lines that begin with dots take no longer than their length', () => {
  const piece = Buffer.from('..x\r\n'.repeat(1_000_000))
  const started = performance.now()

  const octets = new DotStuffer().stuff(piece)

  expect(octets.length).toBe(piece.length + 1_000_000)
  expect(performance.now() - started).toBeLessThan(2_000)
})

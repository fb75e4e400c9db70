import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DotReader } from '#mailhold/lines/dot-reader.js'

interface Read {
  readonly message: string
  readonly ended: boolean
  /** what is left behind the end */
  readonly rest: string
}

function read(pieces: readonly string[]): Read {
  const reader = new DotReader()
  const slices: Buffer[] = []
  let message = ''
  for (const [place, piece] of pieces.entries()) {
    const octets = Buffer.from(piece, 'latin1')
    const end = reader.read(octets, (slice) => slices.push(Buffer.from(slice)))
    message = Buffer.concat(slices).toString('latin1')
    if (end !== undefined)
      return { message, ended: true, rest: piece.slice(end) + pieces.slice(place + 1).join('') }
  }
  return { message, ended: false, rest: '' }
}

/** RFC 5321 §4.5.2 read line by line, where only CR LF ends a line. */
function reference(text: string): Read {
  let message = ''
  let left = text
  for (;;) {
    const end = left.indexOf('\r\n')
    if (end < 0) break
    const line = left.slice(0, end)
    left = left.slice(end + 2)
    if (line === '.') return { message, ended: true, rest: left }
    message += `${line.startsWith('.') ? line.slice(1) : line}\r\n`
  }
  // The last line is not complete: what cannot be part of the end belongs to the message.
  const tail = left === '.' || left === '.\r' ? '' : left.startsWith('.') ? left.slice(1) : left
  return { message: message + tail, ended: false, rest: '' }
}

const letters = fc.constantFrom('\r', '\n', '.', 'x', '\0', '\xff')
const hostile = fc.string({ unit: letters, maxLength: 60 })

test('any text in any pieces reads as line by line', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 12 }), (pieces) => {
      expect(read(pieces)).toEqual(reference(pieces.join('')))
    }),
    { numRuns: 3_000 },
  )
})

test('any message that was stuffed comes back, octet by octet or at once', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const message = `${text}\r\n`
      const stuffed = message.replace(/(^|\r\n)\./g, '$1..')

      const expected = { message, ended: true, rest: 'QUIT\r\n' }
      expect(read([`${stuffed}.\r\nQUIT\r\n`])).toEqual(expected)
      expect(read([...`${stuffed}.\r\nQUIT\r\n`])).toEqual(expected)
    }),
    { numRuns: 2_000 },
  )
})

describe('nothing but CR LF dot CR LF is an end', () => {
  test.each([
    ['LF dot LF', 'a\n.\nb\r\n', 'a\n.\nb\r\n'],
    ['LF dot CR LF', 'a\n.\r\nb\r\n', 'a\n.\r\nb\r\n'],
    ['CR dot CR', 'a\r.\rb\r\n', 'a\r.\rb\r\n'],
    ['CR dot CR LF', 'a\r.\r\nb\r\n', 'a\r.\r\nb\r\n'],
    ['CR LF dot LF', 'a\r\n.\nb\r\n', 'a\r\n\nb\r\n'],
    ['CR LF dot CR', 'a\r\n.\rb\r\n', 'a\r\n\rb\r\n'],
    ['CR LF dot CR CR LF', 'a\r\n.\r\r\nb\r\n', 'a\r\n\r\r\nb\r\n'],
    ['CR CR LF dot LF', 'a\r\r\n.\nb\r\n', 'a\r\r\n\nb\r\n'],
    ['NUL before the dot', 'a\r\n\0.\r\nb\r\n', 'a\r\n\0.\r\nb\r\n'],
  ])('%s is text', (_name, text, message) => {
    expect(read([text, '.\r\n'])).toEqual({ message, ended: true, rest: '' })
  })
})

test('an empty message ends with the first line', () => {
  expect(read(['.\r\n'])).toEqual({ message: '', ended: true, rest: '' })
})

test('two million lines of dots take no longer than their number asks for', () => {
  const reader = new DotReader()
  const octets = Buffer.from('..x\r\n'.repeat(2_000_000))
  let size = 0

  const started = performance.now()
  reader.read(octets, (slice) => {
    size += slice.length
  })

  expect(size).toBe(8_000_000)
  expect(performance.now() - started).toBeLessThan(3_000)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitMbox } from '#mailhold/cli/files/mbox.js'

const separator = 'From ada@example.com Sun Nov 22 21:00:00 2026\n'

/** Splits a file that comes in pieces of `pieceSize` octets. */
function split(file: Uint8Array, { pieceSize = file.length || 1, maxSize = 1_000_000 } = {}) {
  const splitter = splitMbox(maxSize)
  const found = []
  for (let at = 0; at < file.length; at += pieceSize)
    found.push(...splitter.push(file.subarray(at, at + pieceSize)))
  return [...found, ...splitter.end()]
}

const texts = (file: string, options = {}) =>
  split(Buffer.from(file, 'latin1'), options).map(
    ({ octets }) => octets && Buffer.from(octets).toString('latin1'),
  )

/** mboxrd as it is defined: a separator, `>` before `>*From `, one line feed behind. */
const mboxrd = (messages: readonly string[]) =>
  messages.map((message) => `${separator}${message.replace(/(?<=^|\n)(>*From )/g, '>$1')}\n`).join('')

describe('an mbox file', () => {
  it('gives back each message without separator, quoting and the line behind it', () => {
    const file = `${separator}Subject: 1\n\n>From here\n>>From there\n> From\n\n${separator}Subject: 2\n\n`

    expect(texts(file)).toEqual(['Subject: 1\n\nFrom here\n>From there\n> From\n', 'Subject: 2\n'])
  })

  it('tells the envelope sender', () => {
    const file = `${separator}a\n\nFrom MAILER-DAEMON Sun Nov 22 21:00:00 2026\nb\n\n`

    expect(split(Buffer.from(file)).map(({ sender }) => sender)).toEqual(['ada@example.com', ''])
  })

  it('is not cut at prose that begins with From, even behind a blank line', () => {
    expect(texts(`${separator}Subject: x\n\nFrom now on all is well.\n\n`)).toEqual([
      'Subject: x\n\nFrom now on all is well.\n',
    ])
  })

  it.each([
    'From ???@??? 21:00:01 sometime',
    'From - Sun Nov 22 21:00:00 2026',
    'From a@b Sun Nov 22 21:00 CET 2026',
  ])('is cut at "%s" behind a blank line', (line) => {
    expect(texts(`${separator}a\n\n${line}\nb\n\n`)).toEqual(['a\n', 'b\n'])
  })

  it.each([
    'From nobody',
    'From ada@example.com 2024-01-01',
    'From ada@example.com Mon Jan 1 2024',
    'From the desk',
  ])('is opened by "%s", which has no time', (line) => {
    expect(texts(`${line}\nSubject: x\n\nhello\n\n`)).toEqual(['Subject: x\n\nhello\n'])
  })

  it.each([
    ['From ada@example.com 2024-01-01', 'From MAILER-DAEMON 2024-11-22'],
    ['From ada@example.com Mon Jan 1 2024', 'From - Tue Dec 22 2024'],
    ['From ada@example.com', 'From bob@example.com'],
  ])('that is opened by "%s" is cut at "%s" behind a blank line, and nowhere else', (first, second) => {
    const file = `${first}\na\n${second}\n\nFrom now on\n\n${second}\nb\n\n`

    expect(texts(file)).toEqual([`a\n${second}\n\nFrom now on\n`, 'b\n'])
  })

  it('may have CRLF line ends, and blank lines of the same kind', () => {
    const file = `${separator}Subject: 1\n\na\n\n${separator}b\n\n`.replaceAll('\n', '\r\n')

    expect(texts(file)).toEqual(['Subject: 1\r\n\r\na\r\n', 'b\r\n'])
  })

  it('may hold CRLF messages between LF separators', () => {
    expect(texts(mboxrd(['Subject: 1\r\n\r\na\r\n', 'b\r\n\r\n']))).toEqual([
      'Subject: 1\r\n\r\na\r\n',
      'b\r\n\r\n',
    ])
  })

  it('may end in the middle of anything', () => {
    expect(texts(`${separator}Subject: 1\r\n\r\nab`)).toEqual(['Subject: 1\r\n\r\nab'])
    expect(texts(separator)).toEqual([''])
    expect(texts('From a@b 10:00')).toEqual([''])
    expect(texts('')).toEqual([])
  })

  it('gives a message that is too large by its size alone and goes on', () => {
    const found = split(Buffer.from(mboxrd(['x'.repeat(101), 'y'.repeat(100)])), {
      maxSize: 100,
      pieceSize: 7,
    })

    expect(found.map(({ size, octets }) => [size, octets?.length])).toEqual([
      [101, undefined],
      [100, 100],
    ])
  })

  it('takes a line of 20 MB and a million lines in linear time', () => {
    const long = 'a'.repeat(20_000_000)
    const many = 'x\n>From y\n'.repeat(500_000)

    const found = split(Buffer.from(mboxrd([long, many])), { pieceSize: 65_536, maxSize: 50_000_000 })

    expect(found.map(({ size }) => size)).toEqual([long.length, many.length])
  }, 4000)

  it('gives back any messages that were written as mboxrd, however the file is cut into pieces', () => {
    const word = fc.constantFrom(
      'From ',
      '>',
      '>From ',
      '\n',
      '\r\n',
      '\r',
      'a',
      separator,
      'From a 1:00',
      '\0',
      'é',
    )
    const message = fc.array(word, { maxLength: 12 }).map((words) => words.join(''))
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        (messages, pieceSize) => {
          expect(texts(mboxrd(messages), { pieceSize })).toEqual(messages)
        },
      ),
    )
  })
})

import { type Duplex, PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, LineReader, tooLong } from '#mailhold/lines/line-reader.js'

/** Reads everything that a stream made of these pieces has. */
async function linesOf(pieces: readonly Uint8Array[], limit = 1_000): Promise<Line[]> {
  const stream = new PassThrough()
  const reader = new LineReader(stream, limit)
  const feeding = feed(stream, pieces)
  const lines: Line[] = []
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) lines.push(line)
  reader.detach()
  await feeding
  return lines
}

async function feed(stream: Duplex, pieces: readonly Uint8Array[]): Promise<void> {
  for (const piece of pieces) await new Promise((resolve) => stream.write(piece, resolve))
  stream.end()
}

const octetByOctet = (octets: Uint8Array) => Array.from(octets, (octet) => Uint8Array.of(octet))

test('CRLF and a bare LF end lines, and nothing else does', async () => {
  expect(await linesOf([Buffer.from('one\r\ntwo\nth\rree\r\n\r\n')])).toEqual(['one', 'two', 'th\rree', ''])
})

test('what follows the last line end is no line', async () => {
  expect(await linesOf([Buffer.from('STAT\r\nQUI')])).toEqual(['STAT'])
})

test('a line may have exactly as many octets as allowed', async () => {
  expect(await linesOf([Buffer.from('12345\r\n123456\r\n12345\n')], 5)).toEqual(['12345', tooLong, '12345'])
})

test('a line that is too long is told of before it ends, and its rest is dropped', async () => {
  const stream = new PassThrough()
  const reader = new LineReader(stream, 5)

  stream.write('1234567')
  const first = await reader.next()
  stream.write('x'.repeat(1_000_000))
  stream.end('\r\nQUIT\r\n')

  expect(first).toBe(tooLong)
  expect(await reader.next()).toBe('QUIT')
  expect(await reader.next()).toBeUndefined()
})

test('characters of several octets are read whole across pieces', async () => {
  expect(await linesOf(octetByOctet(Buffer.from('USER жук\r\n')))).toEqual(['USER жук'])
})

test('detaching drops what was not read, the buffer of the stream included', async () => {
  const stream = new PassThrough()
  const reader = new LineReader(stream, 100)
  stream.write('STLS\r\nLIST\r\nQU')

  const line = await reader.next()
  stream.write('IT\r\n')
  reader.detach()

  expect(line).toBe('STLS')
  expect(stream.read()).toBeNull()
  expect(await reader.next()).toBeUndefined()
})

test('detaching ends a wait', async () => {
  const reader = new LineReader(new PassThrough(), 100)

  const waiting = reader.next()
  reader.detach()

  expect(await waiting).toBeUndefined()
})

test('a stream that fails ends the lines', async () => {
  const stream = new PassThrough()
  stream.on('error', () => undefined)
  const reader = new LineReader(stream, 100)

  const waiting = reader.next()
  stream.destroy(new Error('reset'))

  expect(await waiting).toBeUndefined()
})

test('nothing is read from the stream before it is asked for', async () => {
  const stream = new PassThrough({ highWaterMark: 10 })
  const reader = new LineReader(stream, 100)
  let taken = 0
  const feeding = (async () => {
    for (; taken < 50; taken++) await new Promise((resolve) => stream.write('12345678\r\n', resolve))
    stream.end()
  })()

  await new Promise((resolve) => stream.once('readable', resolve))
  await new Promise((resolve) => setImmediate(resolve))
  const takenUnasked = taken

  expect(takenUnasked).toBeLessThan(5)
  while ((await reader.next()) !== undefined);
  await feeding
  expect(taken).toBe(50)
})

test('lines that have come can be seen without being taken', async () => {
  const stream = new PassThrough()
  const reader = new LineReader(stream, 100)
  stream.write('RETR 1\r\nRETR 2\r\nRETR 3\r\n')

  expect(await reader.next()).toBe('RETR 1')
  expect(reader.upcoming(5)).toEqual(['RETR 2', 'RETR 3'])
  expect(reader.upcoming(1)).toEqual(['RETR 2'])
  expect(await reader.next()).toBe('RETR 2')
})

test('any octets give the same lines in one piece and octet by octet', async () => {
  const octet = fc.oneof(fc.constantFrom(10, 13, 65, 0), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(octet, { maxLength: 60 }), async (octets) => {
      const bytes = Uint8Array.from(octets)
      expect(await linesOf(octetByOctet(bytes), 7)).toEqual(await linesOf([bytes], 7))
    }),
    { numRuns: 300 },
  )
})

test('a million short lines take no longer than their length', async () => {
  const started = performance.now()

  const lines = await linesOf([Buffer.from('a\n'.repeat(1_000_000))])

  expect(lines).toHaveLength(1_000_000)
  expect(performance.now() - started).toBeLessThan(4_000)
})

import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { isLong, jsonPieces, piecesOf, streamPieces } from '#mailhold/http/octets/long-text.js'

const piece = 256 * 1024

test.each([
  ['nothing', {}],
  ['short members', { id: 'a', text: 'b"\n', html: null, parts: [{ path: '1' }] }],
  ['a long text with what JSON escapes', { before: 1, text: `"\\\u0001é${'x\n'.repeat(piece)}`, after: [] }],
  ['a long text of emoji, cut where it may not be', { text: `x${'😀'.repeat(piece)}` }],
  ['a long text of halves of pairs', { text: '\ud83d'.repeat(3 * piece) }],
])('%s is the same JSON in pieces', (_, object) => {
  const pieces = [...jsonPieces(object)]

  expect(pieces.join('') === JSON.stringify(object)).toBe(true)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(6 * piece)
})

test('a text is cut into pieces that can be encoded one by one', async () => {
  const long = `x${'😀'.repeat(piece)}\ud83d`

  const octets = await text(streamPieces(piecesOf(long)))

  expect(octets === Buffer.from(long).toString()).toBe(true)
})

test('others have their turn between two pieces', async () => {
  const turns: string[] = []
  const reading = text(streamPieces(piecesOf('x'.repeat(8 * piece)))).then(() => turns.push('read'))
  const other = new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve))).then(() =>
    turns.push('other'),
  )

  await Promise.all([reading, other])

  expect(turns).toEqual(['other', 'read'])
})

test('only what is worth it is sent in pieces', () => {
  expect([null, undefined, '', 'x'.repeat(piece)].map(isLong)).toEqual([false, false, false, false])
  expect(isLong('x'.repeat(3 * piece))).toBe(true)
})

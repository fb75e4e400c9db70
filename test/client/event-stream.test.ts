import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readEventStream, type StreamEvent } from '#mailhold/client/event-stream.js'

async function read(text: string, pieceSize = 1_000_000): Promise<StreamEvent[]> {
  const octets = Buffer.from(text)
  const pieces = async function* () {
    for (let at = 0; at < octets.length; at += pieceSize) yield octets.subarray(at, at + pieceSize)
  }
  const found: StreamEvent[] = []
  for await (const event of readEventStream(pieces())) found.push(event)
  return found
}

it('reads type, data and id, and joins the lines of data', async () => {
  const text = ': hello\nretry: 1000\n\nevent: kept\nid: s.1\ndata: {"a":\ndata: 1}\n\ndata:x\n\n'

  expect(await read(text)).toEqual([
    { type: 'kept', data: '{"a":\n1}', id: 's.1' },
    { type: 'message', data: 'x', id: 's.1' },
  ])
})

it('drops an event that the stream did not finish, and one without data', async () => {
  expect(await read('event: kept\n\ndata: a\n\ndata: cut off')).toEqual([
    { type: 'message', data: 'a', id: '' },
  ])
})

it('reads the same however the octets are cut and whatever ends the lines', async () => {
  const text = 'event: kept\nid: ü1\ndata: é1\ndata:\ndata: 2\n\n:\n\nid: 2\ndata: 3\n\n'
  const expected = await read(text)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 9 }),
      async (lineEnd, pieceSize) => {
        expect(await read(text.replaceAll('\n', lineEnd), pieceSize)).toEqual(expected)
      },
    ),
  )
})

it('takes one line of 20 MB in small pieces in linear time', async () => {
  const [event] = await read(`data: ${'x'.repeat(20_000_000)}\n\n`, 16_384)

  expect(event?.data.length).toBe(20_000_000)
}, 4000)

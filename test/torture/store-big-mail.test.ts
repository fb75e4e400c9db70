// Large mail in numbers: memory stays small, and small mail does not wait for it.

import { expect, test } from 'vitest'
import { id, message, octets, openIn, temporaryFolder } from '../store/mail.js'

const chunk = 262_144
const chunks = 200
const mails = 10

test('ten mails of 50 MB at once take little memory, and small mail gets through meanwhile', async () => {
  const opened = await openIn(temporaryFolder())
  const { store } = opened
  await store.keep(message('warm'), octets('x'))
  const before = process.memoryUsage().rss
  let peak = before
  let sending = mails

  const large = Array.from({ length: mails }, async (_, n) => {
    const body = store.openBody()
    for (let at = 0; at < chunks; at++) {
      const piece = new Uint8Array(chunk)
      crypto.getRandomValues(piece.subarray(0, 65_536))
      await body.write(piece)
      peak = Math.max(peak, process.memoryUsage().rss)
    }
    await store.keep(message(`large${n}`, { size: chunk * chunks }), body)
    sending--
  })
  const waits: number[] = []
  const small = (async () => {
    for (let n = 0; sending > 0; n++) {
      const began = performance.now()
      await store.keep(message(`small${n}`), octets('x'))
      waits.push(performance.now() - began)
    }
  })()
  await Promise.all([...large, small])

  expect((peak - before) / 1e6).toBeLessThan(150)
  waits.sort((a, b) => a - b)
  console.log(
    `grew by ${((peak - before) / 1e6).toFixed(0)} MB; ${waits.length} small mails meanwhile, p50 ${waits[waits.length >> 1]?.toFixed(0)} ms, slowest ${waits.at(-1)?.toFixed(0)} ms`,
  )
  expect(waits[Math.floor(waits.length * 0.95)]).toBeLessThan(250)

  let read = 0
  for await (const piece of store.octets(id('large3'), 0, Number.POSITIVE_INFINITY)) read += piece.byteLength
  expect(read).toBe(chunk * chunks)
  await opened.end()
}, 120_000)

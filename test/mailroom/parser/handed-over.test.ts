import { afterAll, expect, test } from 'vitest'
import { createParserPool } from '#mailhold/mailroom/parser/pool.js'

const pool = createParserPool({ usualThreads: 1, maxThreads: 2, budget: 20_000 })
afterAll(() => pool.close())

const head = 'Subject: x\r\nContent-Type: text/html\r\n\r\n'
const row = '<p style="margin:0"><a href="https://example.com/?a=1&amp;b=2">Some words</a></p>\r\n'

// Around the time that a thread may take before what is behind it is given to another, and far below.
const rows = [6_000, 9_000, 12_000, 15_000, 18_000, 30, 30, 30, 3_000]

async function indexAndHandOver(count: number): Promise<string> {
  const octets = new TextEncoder().encode(head + row.repeat(count))
  const { facts } = await pool.index({ smtpUtf8: false }).end(octets, ['ada@example.com'])
  structuredClone(octets, { transfer: [octets.buffer] })
  return facts.subject
}

test('octets may be handed over once the message is answered, also where another thread was to do it again', async () => {
  const subjects = new Set<string>()
  const sender = async (first: number) => {
    for (let n = 0; n < 40; n += 1)
      subjects.add(await indexAndHandOver(rows[(first + 5 * n) % rows.length] ?? 0))
  }
  await Promise.all(Array.from({ length: 12 }, (_, first) => sender(first)))

  expect(subjects).toEqual(new Set(['x']))
}, 60_000)

import { afterAll, expect, test } from 'vitest'
import { createParserPool } from '#mailhold/mailroom/parser/pool.js'

const pool = createParserPool({ usualThreads: 1, maxThreads: 2, budget: 20_000 })
afterAll(() => pool.close())

const head = 'Subject: x\r\nContent-Type: text/html\r\n\r\n'
const html = '<p style="margin:0"><a href="https://example.com/?a=1&amp;b=2">Some words</a></p>\r\n'

test('octets may be handed over as soon as the message is answered, also where a second thread was to do it again', async () => {
  // Each takes longer than a thread may before those behind it are given to another one, which is as busy.
  const subjects = Array.from({ length: 24 }, async () => {
    const octets = new TextEncoder().encode(head + html.repeat(12_000))
    const found = await pool.index({ smtpUtf8: false }).end(octets, ['ada@example.com'])
    structuredClone(octets, { transfer: [octets.buffer] })
    return found.facts.subject
  })

  expect(new Set(await Promise.all(subjects))).toEqual(new Set(['x']))
}, 60_000)

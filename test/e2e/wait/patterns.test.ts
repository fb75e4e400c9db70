// Patterns that would take long: given up on their mail, with a story that says so, while other waits go on.

import { createHash } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../support/http.js'
import { waits } from '../../support/waits.js'

/** No two lines are alike, so that no state of the pattern engine can be used again. */
function line(at: number): string {
  const bits = BigInt(`0x${createHash('sha256').update(String(at)).digest('hex')}`).toString(2)
  return `c${bits.replaceAll('0', 'a').replaceAll('1', 'b').slice(0, 70)}\r\n`
}

const long = `\r\n${Array.from({ length: 3600 }, (_, at) => line(at)).join('')}`

test('patterns over their time are given up with a hint, and no other wait is held up', async () => {
  const server = await startServer()
  onTestFinished(() => server.mailhold.stop())
  const { send, wait } = waits(server)
  await send({ subject: 'Long', to: 'ada@long.mailhold.test', rest: long })
  const each = Array.from({ length: 20 }, (_, at) => ({
    body: { not: { matches: `a[ab]{40}a[ab]{0,${20 + at}}c` } },
  }))
  const slow = wait({ inbox: 'long', timeout: '0s', match: { subject: 'Long' }, each })

  await send({ subject: 'Short', to: 'ada@short.mailhold.test' })
  const short = await wait({ inbox: 'short', timeout: '10s', match: { subject: 'Short' } })
  const answer = await slow

  expect(short.pass).toBe(true)
  expect(answer).toMatchObject({ status: 422, pass: false })
  expect(answer.text).toContain(
    'hint: the pattern took too long on this mail and was given up; make it simpler, or use contains or glob',
  )
})

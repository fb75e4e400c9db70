// How waits are held: how many, for how long, and what ends them.

import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'
import { waits } from '../../support/waits.js'

async function server(): Promise<TestServer> {
  const started = await startServer()
  onTestFinished(() => started.mailhold.stop())
  return started
}

const never = jsonBody('POST', { inbox: 'never', match: { subject: 'Never' }, timeout: '50s' })
const most = 1000

/** Opens waits and resolves when the server holds them all. */
async function hold({ ask, mailhold }: TestServer, count: number, signal: AbortSignal) {
  const held = Array.from({ length: count }, () =>
    ask('/v1/wait', { ...never, signal }).catch(() => undefined),
  )
  await untilHeld(mailhold.url, count)
  return held
}

/** One wait more is refused exactly when so many are held that none is free. */
async function untilHeld(url: string, count: number): Promise<void> {
  if (count < most) return
  await expect.poll(() => statusOfOneMore(url), patience).toBe(503)
}

const statusOfOneMore = async (url: string) => (await fetch(`${url}/v1/wait?timeout=0s&inbox=none`)).status

// a slow machine needs its time for a thousand of Node's fetches
const patience = { timeout: 30_000, interval: 50 }

test('a thousand waits are held, one more is refused, and callers who leave make room', async () => {
  const started = await server()
  const leaving = new AbortController()
  const held = await hold(started, most, leaving.signal)

  const refused = await started.problem('/v1/wait', never)
  leaving.abort()
  await Promise.all(held)

  expect(refused).toMatchObject({ status: 503, type: 'urn:mailhold:problem:tooMany' })
  await expect.poll(() => statusOfOneMore(started.mailhold.url), patience).toBe(422)
}, 90_000)

test('stopping answers every wait with 503', async () => {
  const started = await startServer()
  const held = Array.from({ length: 20 }, () => started.ask('/v1/wait', never))
  const last = started.ask('/v1/wait?subject=Seen&timeout=50s')
  await waits(started).send({ subject: 'Seen' })
  await last

  const began = performance.now()
  const [answers] = await Promise.all([Promise.all(held), started.mailhold.stop()])

  expect(answers.map(({ status }) => status)).toEqual(held.map(() => 503))
  expect(await answers[0]?.json()).toMatchObject({ type: 'urn:mailhold:problem:stopping' })
  expect(performance.now() - began).toBeLessThan(5000)
})

test('half a request that never goes on, and a client that goes at once, hold nothing up', async () => {
  const started = await server()
  const socket = connect(started.port, '127.0.0.1')
  socket.write('GET /v1/wait?subject=Never&timeout=50s HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.destroy()

  const answer = await waits(started).wait({ match: {}, timeout: '0s' })

  expect(answer.status).toBe(422)
})

const curl = (...args: string[]) =>
  promisify(execFile)('curl', ['-sS', '--fail-with-body', ...args]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )

test('in a bare shell curl is red and prints the story', async () => {
  const { mailhold } = await server()
  const url = `${mailhold.url}/v1/wait?inbox=w1&subject.contains=Confirm&timeout=100ms`

  const { code, stdout } = await curl('-H', 'Accept: text/plain', url)

  expect(code).toBe(22)
  expect(stdout).toMatch(/^Expected at least 1 mail in inbox w1 with\n {2}subject contains "Confirm"\n/)
  expect(stdout).toContain('no SMTP connection came during the wait')
})

test('in a bare shell curl is green and prints the one value', async () => {
  const started = await server()
  await waits(started).send({ subject: 'Code', rest: '\r\nYour verification code is 418302.\r\n' })

  const { code, stdout } = await curl(`${started.mailhold.url}/v1/wait?subject=Code&print=code`)

  expect({ code, stdout }).toEqual({ code: 0, stdout: '418302\n' })
})

test('a foreign page cannot wait', async () => {
  const { ask } = await server()
  const path = '/v1/wait?timeout=0s'

  const answers = [
    await ask(path, { headers: { Origin: 'https://evil.example' } }),
    await ask(path, { headers: { 'Sec-Fetch-Site': 'cross-site' } }),
    await ask('/v1/wait', { ...never, headers: { 'content-type': 'text/plain' } }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 415])
})

// What SMTP saw explains why a mail is missing: end to end, over SMTP and HTTP.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashSync } from 'bcryptjs'
import { expect, test } from 'vitest'
import { startServer, type TestServer } from '../../support/http.js'
import { openSender } from '../../support/smtp-sender.js'
import { sendMail, waits } from '../../support/waits.js'

test('nobody connected', async () => {
  const lonely = await startServer()

  const answer = await waits(lonely).wait({ match: {}, timeout: '50ms' })

  const port = lonely.mailhold.smtp?.port
  await lonely.mailhold.stop()
  expect(answer.hints?.join()).toContain('no SMTP connection came')
  expect(answer.hints?.join()).toContain(`:${port}`)
})

test('nobody connected since the cursor was taken, after a session that brought its mail', async () => {
  const lonely = await startServer()
  const its = waits(lonely)
  await its.send({ subject: 'Early', to: 'ada@calm.mailhold.test' })
  await untilSessionsAreOver(lonely)

  const after = await its.cursor()
  const answer = await its.wait({ inbox: 'calm', after, match: { subject: 'Early' }, timeout: '50ms' })

  await lonely.mailhold.stop()
  expect(answer.smtp?.sessions).toBe(0)
  expect(answer.hints?.[0]).toMatch(
    /^no SMTP connection came during the wait \(the last one ended .* before the wait and brought 1 mail\)/,
  )
  expect(answer.hints?.[1]).toMatch(
    /^a matching mail came [1-9]\d* ms before the wait|^a matching.* s before/,
  )
  expect(answer.hints?.join()).not.toContain('no mail was sent over it')
})

test('STARTTLS that some other client tried, where mail did come to the inbox', async () => {
  const plain = await startServer()
  const its = waits(plain)
  const sender = await openSender(plain.mailhold.smtp?.port ?? 0)
  await sender.say('STARTTLS')
  sender.close()
  await its.send({ subject: 'Welcom', to: 'ada@plain.mailhold.test' })

  const answer = await its.wait({ inbox: 'plain', match: { subject: 'Welcome' }, timeout: '50ms' })

  await plain.mailhold.stop()
  expect(answer.hints).toEqual([])
})

test('somebody connected and said nothing', async () => {
  const quiet = await startServer()
  const port = quiet.mailhold.smtp?.port ?? 0
  const idle = await openSender(port)

  const answer = await waits(quiet).wait({ match: {}, timeout: '50ms' })

  idle.close()
  await quiet.mailhold.stop()
  expect(answer.smtp?.sessions).toBe(1)
  expect(answer.hints?.join()).toContain('1 SMTP connection came, but no mail was sent over it')
})

test('STARTTLS was tried while it is off', async () => {
  const plain = await startServer()
  const sender = await openSender(plain.mailhold.smtp?.port ?? 0)
  await sender.say('STARTTLS')
  sender.close()

  const answer = await waits(plain).wait({ match: {}, timeout: '50ms' })

  await plain.mailhold.stop()
  expect(answer.hints?.join()).toContain('start mailhold with --starttls')
})

test('AUTH was refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-auth-'))
  const passwords = join(folder, 'users')
  writeFileSync(passwords, `app:${hashSync('right', 4)}\n`)
  const strict = await startServer({ smtpAuth: passwords })
  await sendMail(strict.mailhold.smtp?.port ?? 0, { subject: 'Never', user: 'app' })

  const answer = await waits(strict).wait({ match: {}, timeout: '50ms' })

  await strict.mailhold.stop()
  rmSync(folder, { recursive: true })
  expect(answer.hints?.join()).toContain("check the app's SMTP user and password")
  expect(answer.smtp?.rejected[0]).toMatchObject({ stage: 'auth', reply: expect.stringMatching(/^535 /) })
})

test('a mail that is too large was refused', async () => {
  const small = await startServer({ maxMessageSize: '1kB' })
  await sendMail(small.mailhold.smtp?.port ?? 0, { subject: 'Large', rest: `\r\n${'x'.repeat(3000)}\r\n` })

  const answer = await waits(small).wait({ match: {}, timeout: '50ms' })

  await small.mailhold.stop()
  expect(answer.hints?.join()).toContain('552 5.3.4')
  expect(answer.text).toContain('refused at DATA')
})

test('a recipient that no server could reach was refused', async () => {
  const strict = await startServer()
  const sender = await openSender(strict.mailhold.smtp?.port ?? 0)
  await sender.say('MAIL FROM:<app@example.com>')
  await sender.say('RCPT TO:<ada@refused.mailhold.test> NOTIFY=NONSENSE')
  sender.close()

  const answer = await waits(strict).wait({ inbox: 'refused', match: {}, timeout: '50ms' })

  await strict.mailhold.stop()
  expect(answer.smtp?.rejected).toEqual([
    expect.objectContaining({ stage: 'rcpt', recipient: 'ada@refused.mailhold.test' }),
  ])
})

/** Every session so far has ended, and time has gone on since. */
async function untilSessionsAreOver(of: TestServer): Promise<void> {
  for (;;) {
    const { sessions } = await of.json<{ sessions: readonly { endedAt: string | null }[] }>('/v1/sessions')
    if (sessions.every(({ endedAt }) => endedAt !== null && Date.parse(endedAt) < Date.now())) return
  }
}

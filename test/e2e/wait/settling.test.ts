// When a count is final (it has been quiet for a while, and whoever was sending a mail has ended), and what comes with it.

import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../support/http.js'
import { openSender, type SmtpSender, stuffed } from '../../support/smtp-sender.js'
import { firstMail, waits } from '../../support/waits.js'

async function server() {
  const started = await startServer()
  onTestFinished(() => started.mailhold.stop())
  return { ...waits(started), port: started.mailhold.smtp?.port ?? 0 }
}

/** A client that has named its recipient and says nothing more by itself. */
async function sending(port: number, to: string): Promise<SmtpSender> {
  const sender = await openSender(port)
  onTestFinished(() => sender.close())
  await sender.say('MAIL FROM:<app@example.com>')
  await sender.say(`RCPT TO:<${to}>`)
  return sender
}

async function sendOn(sender: SmtpSender, subject: string): Promise<void> {
  await sender.say('DATA')
  await sender.say(stuffed(Buffer.from(`Subject: ${subject}\r\n\r\nx`)))
}

test('each match begins the quiet anew', async () => {
  const { send, wait } = await server()
  const to = 'ada@again.mailhold.test'
  const answer = wait({ inbox: 'again', match: {}, count: 1, settle: '1500ms', timeout: '30s' })

  await setTimeout(1000)
  await send({ subject: 'First', to })
  // later than the first quiet would have been over, and earlier than the second is
  await setTimeout(900)
  await send({ subject: 'Second', to })

  expect(await answer).toMatchObject({ status: 422, reason: 'tooMany', matched: 2 })
})

test('a barrier waits for the mails that were on their way when it came', async () => {
  const { send, wait, port } = await server()
  const to = 'ada@barrier.mailhold.test'
  const slow = await sending(port, to)
  const expected = { match: { subject: 'Late' }, count: 0, until: { subject: 'Audit' } }
  const answer = wait({ inbox: 'barrier', ...expected, timeout: '4s' })

  await send({ subject: 'Audit', to })
  // whoever does not wait for the other has answered by now
  await setTimeout(300)
  await sendOn(slow, 'Late')

  expect(await answer).toMatchObject({ status: 422, reason: 'tooMany', matched: 1 })
})

test('a client that was waited for and fell silent leaves the verdict unsettled', async () => {
  const { wait, port } = await server()
  await sending(port, 'ada@silent.mailhold.test')

  // longer than a silent client is taken for one at work
  const answer = await wait({ inbox: 'silent', match: {}, count: 0, settle: '50ms', timeout: '6s' })

  expect(answer).toMatchObject({ status: 422, reason: 'unsettled', smtp: { openTransactions: 1 } })
}, 15_000)

test('the cursor of an answer stands behind the mail that met it', async () => {
  const { send, wait } = await server()
  const asked = { inbox: 'cursor', match: { subject: 'Once' } }
  const answer = wait(asked)
  await send({ subject: 'Once', to: 'ada@cursor.mailhold.test' })
  const { cursor } = await answer

  expect(await wait({ ...asked, after: cursor, timeout: '0s' })).toMatchObject({ status: 422, matched: 0 })
})

test('a mail that was there before comes with its text alone, not with its header', async () => {
  const { send, wait } = await server()
  await send({ subject: 'Text', to: 'ada@text.mailhold.test', rest: '\r\nHello Ada\r\n' })

  expect(firstMail(await wait({ inbox: 'text', match: { subject: 'Text' } })).text.trim()).toBe('Hello Ada')
})

test('the cursor of a failure stands behind all that came meanwhile, for whomever', async () => {
  const { send, wait, cursor } = await server()
  const answer = wait({ inbox: 'nobody', match: {}, timeout: '3s' })
  await setTimeout(300)
  await send({ subject: 'Other', to: 'ada@somebody.mailhold.test' })

  expect((await answer).cursor).toBe(await cursor())
})

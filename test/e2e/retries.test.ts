import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import type { NewFault } from '#mailhold/model/fault.js'
import type { Fault, FaultList } from '#mailhold/wire/fault.js'
import type { Deleted } from '#mailhold/wire/list.js'
import { api, getJson } from '../support/api.js'
import { jsonBody } from '../support/http.js'
import { programTest } from '../support/programs.js'
import { openSender } from '../support/smtp-sender.js'

const run = promisify(execFile)

let mailhold: RunningMailhold
const port = () => mailhold.smtp?.port ?? 0
beforeAll(async () => {
  mailhold = await startMailhold()
})
afterAll(() => mailhold?.stop())

const add = (rule: NewFault) => getJson<Fault>(`${mailhold.url}/v1/faults`, jsonBody('POST', rule))
const fault = (id: string) => getJson<Fault>(`${mailhold.url}/v1/faults/${id}`)

/** One try as an app makes it: a connection of its own; resolves with the reply, or what went wrong. */
async function attempt(inbox: string, messageId: string): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: port() })
  try {
    const mail = {
      from: 'app@example.com',
      to: `ada@${inbox}.mailhold.test`,
      subject: 'hi',
      text: 'x',
      messageId,
    }
    return (await transport.sendMail(mail)).response
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    transport.close()
  }
}

async function kept(inbox: string) {
  const server = api(mailhold.url)
  const { messages } = await server.list(`?inbox=${inbox}&order=oldest`)
  return Promise.all(messages.map(({ id }) => server.message(id)))
}

test('an app that tries a third time after two refusals has its mail kept, and all attempts are told', async () => {
  const rule = await add({
    where: { inbox: 'retry' },
    stage: 'accept',
    do: { reply: '451 4.3.0 try later' },
    times: 2,
  })

  const replies: string[] = []
  for (let n = 0; n < 3; n++) replies.push(await attempt('retry', '<one@example.com>'))

  expect(replies).toEqual([
    'Message failed: 451 4.3.0 try later',
    'Message failed: 451 4.3.0 try later',
    expect.stringMatching(/^250 2\.0\.0 Ok: kept as /),
  ])
  const [message, ...others] = await kept('retry')
  expect(others).toEqual([])
  expect(message?.attempts.map(({ reply }) => reply)).toEqual([
    '451 4.3.0 try later',
    '451 4.3.0 try later',
    replies[2],
  ])
  expect(message?.attempts.at(-1)?.sessionId).toBe(message?.session.id)
  expect(await fault(rule.id)).toMatchObject({ fired: 2, left: 0 })
})

test('the session of a refused attempt says which rule it was', async () => {
  const rule = await add({
    where: { inbox: 'said' },
    stage: 'accept',
    do: { reply: '554 5.6.0 no' },
    times: 1,
  })
  for (let n = 0; n < 2; n++) await attempt('said', '<said@example.com>')

  const [message] = await kept('said')
  const refused = message?.attempts[0]?.sessionId
  const { sessions } = await api(mailhold.url).sessions()
  const problems = sessions.find(({ id }) => id === refused)?.problems

  const told = `fault rule ${rule.id} fired at accept (1 of 1): "554 5.6.0 no"`
  expect(problems).toEqual([{ code: 'faultRule', message: told }])
})

test('a mail that was kept without a 250 comes twice, and both tell of both attempts', async () => {
  await add({ where: { inbox: 'twice' }, stage: 'accept', do: { dropAfterKeep: true }, times: 1 })

  expect(await attempt('twice', '<twice@example.com>')).toMatch(/closed/i)
  const second = await attempt('twice', '<twice@example.com>')

  const messages = await kept('twice')
  expect(messages).toHaveLength(2)
  for (const { attempts } of messages) {
    expect(attempts.map(({ reply }) => reply)).toEqual([
      'no reply: a fault rule closed the connection when the mail was kept',
      second,
    ])
  }
})

test('two clients at the same time share one firing, and every 250 is a mail that is kept', async () => {
  const rule = await add({
    where: { inbox: 'crowd' },
    stage: 'accept',
    do: { reply: '451 4.3.0 later' },
    times: 7,
  })

  const tries = Array.from({ length: 40 }, (_, n) => attempt('crowd', `<crowd${n}@example.com>`))
  const replies = await Promise.all(tries)

  const accepted = replies.filter((reply) => reply.startsWith('250 '))
  expect(accepted).toHaveLength(33)
  expect((await kept('crowd')).map(({ id }) => `250 2.0.0 Ok: kept as ${id}`).sort()).toEqual(accepted.sort())
  expect(await fault(rule.id)).toMatchObject({ fired: 7 })
})

test('a header that sends the mail to another inbox counts at accept', async () => {
  await add({ where: { inbox: 'by-header' }, stage: 'accept', do: { reply: '550 5.7.1 no' } })
  const sender = await openSender(port())

  const reply = await sender.deliver(Buffer.from('X-Mailhold-Inbox: by-header\r\nSubject: x\r\n\r\nx\r\n'))
  const other = await sender.deliver(Buffer.from('Subject: x\r\n\r\nx\r\n'))
  sender.close()

  expect([reply.text, other.code]).toEqual(['550 5.7.1 no', 250])
})

test('a large mail is refused at its end, and its octets are gone', async () => {
  await add({ where: { inbox: 'large' }, stage: 'accept', do: { reply: '452 4.2.2 full' }, times: 1 })
  const sender = await openSender(port())
  const octets = Buffer.from(`Message-ID: <large@x>\r\n\r\n${`${'x'.repeat(70)}\r\n`.repeat(30_000)}`)
  const deliver = () => sender.deliver(octets, { to: ['a@large.mailhold.test'] })

  expect((await deliver()).text).toBe('452 4.2.2 full')
  expect((await deliver()).code).toBe(250)
  sender.close()

  const [message, ...others] = await kept('large')
  expect(others).toEqual([])
  expect(message?.attempts.map(({ reply }) => reply.slice(0, 3))).toEqual(['452', '250'])
  // an element-wise comparison of so many octets takes seconds
  expect((await api(mailhold.url).raw(message?.id ?? '')).equals(octets)).toBe(true)
})

test('an address asks for its own bounce, and only under the inbox domain', async () => {
  const sender = await openSender(port())
  const words = ['bounce+550+no+such+user@b1.mailhold.test', 'bounce+451+4.7.1+greylisted@b1.mailhold.test']
  await sender.say('MAIL FROM:<app@example.com>')
  const replies: string[] = []
  for (const address of [...words, 'bounce+550@example.com']) {
    replies.push((await sender.say(`RCPT TO:<${address}>`)).text)
  }
  sender.close()

  expect(replies).toEqual(['550 5.1.1 no such user', '451 4.7.1 greylisted', '250 2.1.5 Ok'])
})

test('rules end with the inbox that they name', async () => {
  await add({ where: { inbox: 'ends' }, stage: 'rcpt', do: { reply: '550 5.1.1 no' } })
  expect(await attempt('ends', '<e@x>')).toContain('550 5.1.1 no')

  await getJson<Deleted>(`${mailhold.url}/v1/inboxes/ends`, { method: 'DELETE' })

  expect(await attempt('ends', '<e@x>')).toMatch(/^250 /)
  const { faults } = await getJson<FaultList>(`${mailhold.url}/v1/faults?inbox=ends`)
  expect(faults).toEqual([])
})

test('a message that is held back while mailhold stops is kept', async () => {
  await using own = await startMailhold()
  await getJson(`${own.url}/v1/faults`, jsonBody('POST', { stage: 'accept', do: { delay: '60s' } }))
  const sender = await openSender(own.smtp?.port ?? 0)
  const answer = sender.deliver(Buffer.from('Subject: late\r\n\r\n'))
  while ((await getJson<FaultList>(`${own.url}/v1/faults`)).faults[0]?.fired === 0);

  const stopped = own.stop()

  expect((await answer).text).toMatch(/^250 2\.0\.0 Ok: kept as /)
  sender.close()
  await stopped
})

programTest('python3', async () => {
  await add({ where: { sender: 'py@*' }, stage: 'mail', do: { reply: '451 4.3.0 try later' }, times: 2 })
  await add({ where: { sender: 'py@*' }, stage: 'data', do: { drop: true }, after: 0, times: 1 })
  const script = `
import smtplib, sys
told = []
for attempt in range(4):
    try:
        with smtplib.SMTP('127.0.0.1', int(sys.argv[1])) as smtp:
            smtp.sendmail('py@example.com', ['ada@py.mailhold.test'], 'Message-ID: <py@x>\\r\\n\\r\\nhi\\r\\n')
            told.append('ok')
    except smtplib.SMTPSenderRefused as error:
        told.append(str(error.smtp_code))
    except smtplib.SMTPServerDisconnected:
        told.append('disconnected')
print(' '.join(told))
`
  const { stdout } = await run('python3', ['-c', script, String(port())])

  expect(stdout.trim()).toBe('451 451 disconnected ok')
  expect(await kept('py')).toHaveLength(1)
})

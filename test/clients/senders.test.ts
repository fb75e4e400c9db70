// Programs that send mail in real life, each against a running server, looked for in the very next list.

import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { api } from '../support/api.js'
import { programTest } from '../support/programs.js'

const run = promisify(execFile)
let mailhold: RunningMailhold
const port = () => String(mailhold.smtp?.port)

beforeAll(async () => {
  mailhold = await startMailhold({ starttls: true })
})
afterAll(() => mailhold?.stop())

/** What the list says right now about mail with that subject. */
async function listed(subject: string) {
  const { messages } = await api(mailhold.url).list(`?q=${encodeURIComponent(`subject:"${subject}"`)}`)
  return messages.map(({ subject, envelope }) => ({ subject, envelope }))
}
const expected = (subject: string) => [
  { subject, envelope: { from: 'app@example.com', to: ['ada@example.com'] } },
]
const mail = (subject: string) =>
  `From: App <app@example.com>\nTo: ada@example.com\nSubject: ${subject}\n\nHello\n`

programTest('swaks', async () => {
  await run('swaks', [
    ...['--server', `127.0.0.1:${port()}`, '--from', 'app@example.com', '--to', 'ada@example.com'],
    ...['--header', 'Subject: by swaks', '--auth', 'PLAIN', '--auth-user', 'default', '--auth-password', 'x'],
  ])

  expect(await listed('by swaks')).toEqual(expected('by swaks'))
})

programTest('swaks', async () => {
  await run('swaks', [
    ...['--server', `127.0.0.1:${port()}`, '--from', 'app@example.com', '--to', 'ada@example.com', '--tls'],
    ...['--header', 'Subject: by swaks over TLS'],
  ])

  expect(await listed('by swaks over TLS')).toEqual(expected('by swaks over TLS'))
})

programTest('curl', async () => {
  const child = run('curl', [
    ...['-sS', `smtp://127.0.0.1:${port()}`, '--mail-from', 'app@example.com'],
    ...['--mail-rcpt', 'ada@example.com', '--upload-file', '-'],
  ])
  child.child.stdin?.end(mail('by curl'))
  await child

  expect(await listed('by curl')).toEqual(expected('by curl'))
})

programTest('msmtp', async () => {
  const child = run('msmtp', [
    ...['--file=/dev/null', '--host=127.0.0.1', `--port=${port()}`, '--from=app@example.com'],
    'ada@example.com',
  ])
  child.child.stdin?.end(mail('by msmtp'))
  await child

  expect(await listed('by msmtp')).toEqual(expected('by msmtp'))
})

programTest('smtp-source', async () => {
  await run('smtp-source', [
    ...['-c', '-f', 'app@example.com', '-t', 'ada@example.com', '-S', 'by smtp-source', '-m', '5', '-s', '5'],
    `127.0.0.1:${port()}`,
  ])

  expect(await listed('by smtp-source')).toHaveLength(5)
})

programTest('python3', async () => {
  const script = `
import smtplib, sys
from email.message import EmailMessage
message = EmailMessage()
message['From'], message['To'], message['Subject'] = 'app@example.com', 'ada@example.com', 'by smtplib'
message.set_content('Grüße')
with smtplib.SMTP('127.0.0.1', int(sys.argv[1])) as smtp:
    smtp.login('default', 'x')
    smtp.send_message(message)
`
  await run('python3', ['-c', script, port()])

  expect(await listed('by smtplib')).toEqual(expected('by smtplib'))
})

test('nodemailer delivers', async () => {
  const transport = createTransport({
    host: '127.0.0.1',
    port: Number(port()),
    tls: { rejectUnauthorized: false },
  })
  await transport.sendMail({
    from: 'app@example.com',
    to: 'ada@example.com',
    subject: 'by nodemailer',
    text: 'x',
  })
  transport.close()

  expect(await listed('by nodemailer')).toEqual(expected('by nodemailer'))
})

test('a person who types at a terminal delivers, with bare line feeds and mistakes', async () => {
  const socket = connect(Number(port()), '127.0.0.1')
  const lines = ['helo me', 'mial from:<x>', 'mail from: app@example.com', 'rcpt to: ada@example.com', 'data']
  for (const line of lines) await exchange(socket, `${line}\n`)
  const kept = await exchange(socket, 'Subject: by hand\n\nhello\r\n.\r\n')
  socket.end('quit\n')

  expect(kept).toMatch(/^250 2\.0\.0 Ok: kept as [a-z0-9]+/)
  expect(await listed('by hand')).toEqual(expected('by hand'))
})

const exchange = (socket: ReturnType<typeof connect>, text: string) =>
  new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(String(data)))
    socket.write(text)
  })

test('mailhold send delivers', async () => {
  const child = run(
    process.execPath,
    ['dist/cli/main.js', 'send', '-f', 'app@example.com', 'ada@example.com'],
    {
      env: { ...process.env, MAILHOLD_URL: mailhold.url },
    },
  )
  child.child.stdin?.end(mail('by mailhold send'))
  await child

  expect(await listed('by mailhold send')).toEqual(expected('by mailhold send'))
})

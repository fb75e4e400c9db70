// The mails that the pages speak of: somebody signed up in inbox w1, gets a code and an invoice, and all is welcome.

import type { RunningMailhold } from '#mailhold/app/start.js'
import { openSender } from '../support/smtp-sender.js'

const lines = (...parts: readonly string[]): Buffer => Buffer.from(`${parts.join('\r\n')}\r\n`)

const welcome = lines(
  'From: App <app@example.com>',
  'To: Ada <ada@example.com>',
  'Subject: Welcome',
  'Message-ID: <welcome@app.example>',
  '',
  'Welcome aboard.',
)

const invoice = lines(
  'From: billing@example.com',
  'To: ada@example.com',
  'Subject: Invoice 7',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  '',
  'Your invoice.',
  '--b',
  'Content-Type: application/pdf',
  'Content-Disposition: attachment; filename="invoice-7.pdf"',
  '',
  '%PDF-1.4',
  '--b--',
)

const confirm = lines(
  'From: App <app@example.com>',
  'To: ada@example.com',
  'Subject: Confirm your address',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Your code is 482913.</p><p><a href="https://app.example/confirm?t=1">Confirm</a></p>',
)

/** One after the other, so that the last is the newest. */
export async function seedMails({ smtp }: RunningMailhold): Promise<void> {
  const sender = await openSender(smtp?.port ?? 0)
  for (const mail of [welcome, invoice, confirm]) {
    const { code, text } = await sender.deliver(mail, { to: ['ada@w1.mailhold.test', 'ada@example.com'] })
    if (code !== 250) throw new Error(`a mail for the pages was not kept: ${text}`)
  }
  sender.close()
}

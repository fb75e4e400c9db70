// Mails that peers' tests look at, and the way they come in.

import type { TestServer } from '../../support/http.js'
import { openSender } from '../../support/smtp-sender.js'

const lines = (...text: readonly string[]): string => text.join('\r\n')

export const welcome = lines(
  'From: "Ada Lovelace" <ada@example.com>',
  'To: Bob <bob@example.com>, carol@example.com',
  'Cc: dave@example.com',
  'Reply-To: help@example.com',
  'Subject: Welcome aboard',
  'Message-ID: <1@example.com>',
  'Date: Sat, 01 Aug 2026 12:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Your code is 482913.',
  '',
)

/** A picture of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Text, HTML with an inline picture, and an attachment. */
export const rich = lines(
  'From: shop@example.com',
  'To: bob@example.com',
  'Subject: =?utf-8?Q?Caf=C3=A9=20bill?=',
  'X-Mailer: shop',
  '  folded',
  'X-Trace: one',
  'X-Trace: two',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=out',
  '',
  '--out',
  'Content-Type: multipart/related; boundary=in',
  '',
  '--in',
  'Content-Type: multipart/alternative; boundary=alt',
  '',
  '--alt',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Two caf=C3=A9s, please pay.',
  '--alt',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Two <b>cafés</b>, <a href="https://shop.example/pay">pay</a><script>alert(1)</script><img src="cid:dot@shop"></p>',
  '--alt--',
  '--in',
  'Content-Type: image/png; name=dot.png',
  'Content-Disposition: inline; filename=dot.png',
  'Content-ID: <dot@shop>',
  'Content-Transfer-Encoding: base64',
  '',
  pixel.toString('base64'),
  '--in--',
  '--out',
  'Content-Type: text/html; name=bill.html',
  'Content-Disposition: attachment; filename=bill.html',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<script>alert(2)</script>').toString('base64'),
  '--out--',
  '',
)

export const note = (subject: string, body = 'A note.') =>
  lines('From: app@example.com', 'To: team@example.com', `Subject: ${subject}`, '', body, '')

export interface Sending {
  readonly from?: string
  readonly to?: readonly string[]
}

/** Over SMTP, as apps do. */
export async function send(server: TestServer, mail: string, sending: Sending = {}): Promise<void> {
  const sender = await openSender(server.mailhold.smtp?.port ?? 0)
  const { code, text } = await sender.deliver(Buffer.from(mail), { to: ['bob@example.com'], ...sending })
  sender.close()
  if (code !== 250) throw new Error(`the mail was not kept: ${text}`)
}

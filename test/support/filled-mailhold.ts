// A running Mailhold with a few hundred mails in it, for programs that fetch mail.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MailholdOptions, type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { sampleMails } from './mails.js'
import { crlfForm } from './memory-maildrops.js'
import { openSender } from './smtp-sender.js'

export interface FilledMailhold extends AsyncDisposable {
  readonly mailhold: RunningMailhold
  readonly pop3: { readonly host: string; readonly port: number }
  readonly pop3s: { readonly host: string; readonly port: number } | undefined
  /** what POP3 has to give for each, in the order of message numbers */
  readonly messages: readonly Buffer[]
  /** an empty folder of this test's own */
  readonly folder: string
}

const least = 320

/** Mails that are awkward for POP3, then the samples, then plain ones until there are enough. */
export async function filledMailhold(
  wanted: (mail: Buffer) => boolean = () => true,
  options: MailholdOptions = {},
): Promise<FilledMailhold> {
  const mails = [...awkward, ...sampleMails().map(({ octets }) => octets), ...plain()].filter(wanted)
  const mailhold = await startMailhold({ tls: 'auto', pop3s: 0, ...options })
  await deliver(mailhold, mails)
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-client-'))
  return {
    mailhold,
    pop3: found(mailhold.pop3),
    pop3s: mailhold.listeners.find(({ protocol }) => protocol === 'pop3s'),
    messages: mails.map(crlfForm),
    folder,
    async [Symbol.asyncDispose]() {
      await mailhold.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

const awkward = [
  'Subject: bare line ends\n\n.one\n..two\n.\nthree\n',
  'Subject: open end\r\n\r\nno line end',
  'Subject: open end\n\n.',
  'Subject: only a header\r\n\r\n',
  `Subject: dots\r\n\r\n${'.\r\n..\r\n...\r\n'.repeat(500)}`,
  'Subject: caf\u00e9\r\n\r\nUTF-8 \u2713\r\n',
  `Subject: large\r\n\r\n${'.0123456789012345678901234567890123456789\r\n'.repeat(20_000)}`,
].map((text) => Buffer.from(text))

function plain(): Buffer[] {
  const enough = Array.from({ length: least }, (_, n) => n)
  return enough.map((n) =>
    Buffer.from(`From: app@example.com\r\nTo: ada@example.com\r\nSubject: mail ${n}\r\n\r\nBody ${n}\r\n`),
  )
}

/** BDAT keeps every octet as it is, bare line ends and an open last line included. */
async function deliver(mailhold: RunningMailhold, mails: readonly Buffer[]): Promise<void> {
  const sender = await openSender(found(mailhold.smtp).port)
  for (const mail of mails) {
    await sender.say('MAIL FROM:<app@example.com>')
    await sender.say('RCPT TO:<ada@example.com>')
    const { code, text } = await sender.say(
      Buffer.concat([Buffer.from(`BDAT ${mail.length} LAST\r\n`), mail]),
    )
    if (code !== 250) throw new Error(`a mail was not kept: ${text}`)
  }
  sender.close()
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it does not listen')
  return value
}

// A mail as a text that is the same in every run, on every system, as long as the mail is the same.

import type { Message } from '../../client/client.js'
import { htmlForm } from './html-form.js'
import { createMask, type Mask } from './mask.js'

export interface SnapshotOptions {
  /** `html` unless given, or `text` where the mail has no HTML; `envelope` is addresses, header fields and attachments */
  readonly of?: 'html' | 'text' | 'envelope'
  /** what else to hide */
  readonly mask?: readonly Mask[]
  /** the name of this snapshot, where a test has several */
  readonly name?: string
}

export type SnapshotMail = Pick<
  Message,
  'subject' | 'text' | 'html' | 'codes' | 'headers' | 'envelope' | 'attachments'
>

/** Ends without a line break. Pure: nothing is asked, and neither clock, locale nor time zone matters. */
export function mailSnapshot(mail: SnapshotMail, options: SnapshotOptions = {}): string {
  const { of = mail.html === null ? 'text' : 'html', mask: masks = [] } = options
  const mask = createMask(
    masks,
    mail.codes.map(({ value }) => value),
  )
  if (of === 'envelope') return envelopeForm(mail, mask)
  const body = of === 'html' ? htmlForm(mail.html ?? '', mask) : mask(textForm(mail.text))
  return `Subject: ${mask(mail.subject)}\n\n${body}`
}

/** Line ends and blanks that nobody sees are one. */
const textForm = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Fields of the way that a mail took, and what signs it, differ each time. */
const hidden: Readonly<Record<string, string>> = {
  'message-id': '[message-id]',
  date: '[date]',
  received: '[trace]',
  'return-path': '[trace]',
  'dkim-signature': '[signature]',
  'arc-seal': '[signature]',
  'arc-message-signature': '[signature]',
  references: '[message-id]',
  'in-reply-to': '[message-id]',
}

function envelopeForm(mail: SnapshotMail, mask: (text: string) => string): string {
  const { envelope, headers, attachments } = mail
  const fields = headers.map(({ name, value }) => {
    const key = name.toLowerCase()
    return `${key}: ${hidden[key] ?? mask(withoutBoundary(value.replace(/\s+/g, ' ').trim()))}`
  })
  const files = attachments.map(
    ({ filename, contentType, size }) => `${mask(filename)} ${contentType} ${size}`,
  )
  return [
    `MAIL FROM ${mask(envelope.from)}`,
    ...envelope.to.map((address) => `RCPT TO ${mask(address)}`),
    '',
    ...fields.sort(),
    ...(files.length > 0 ? ['', ...files.map((file) => `attachment ${file}`)] : []),
  ].join('\n')
}

const withoutBoundary = (value: string): string =>
  value.replace(/\bboundary=(?:"[^"]*"|[^;\s]+)/i, 'boundary=[boundary]')

// A message made of its members, for tests that need some mail.

import type { Envelope } from '../../model/envelope.js'
import type { NewAttachment, NewMail } from '../../wire/new-mail.js'
import { badInput } from '../errors/problem.js'
import { envelopeOf, requireAddresses } from './envelope.js'

export interface Composed {
  readonly envelope: Envelope
  readonly octets: Uint8Array
}

/** Recipients in `bcc` are in the envelope only. Nothing is fetched: members are texts, never files or addresses. */
export async function compose(mail: NewMail): Promise<Composed> {
  const [from = ''] = requireAddresses([mail.from], 'from')
  const to = asList(mail.to)
  const cc = asList(mail.cc)
  const everyone = [
    ...requireAddresses(to, 'to'),
    ...requireAddresses(cc, 'cc'),
    ...requireAddresses(asList(mail.bcc), 'bcc'),
  ]
  if (everyone.length === 0) throw badInput('to', 'A mail needs somebody in "to", "cc" or "bcc".')
  // loaded when first needed: most servers are never asked to write a mail
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    from: mail.from,
    to,
    cc,
    subject: mail.subject ?? '',
    text: mail.text ?? (mail.html === undefined ? '' : undefined),
    html: mail.html,
    attachments: (mail.attachments ?? []).map(attachment),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { envelope: envelopeOf(from, [...new Set(everyone)]), octets: await composer.compile().build() }
}

const asList = (value: string | readonly string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : [...value]

const attachment = ({ filename, content, contentType, contentId }: NewAttachment) => ({
  filename: filename ?? (false as const),
  content: Buffer.from(content, 'base64'),
  ...(contentType !== undefined && { contentType }),
  ...(contentId !== undefined && { cid: contentId }),
})

// Makes a message of what was handed to POST /api/v1/send.

import type { SentAttachment, SentMail } from './read-mail.js'

/** The octets of the message; blind copies are in the envelope only. Nothing is fetched. */
export async function compose(mail: SentMail): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const { from, to, cc, replyTo, subject, text, html, tags, headers, attachments } = mail
  const tagged = tags.length > 0 ? [{ key: 'X-Tags', value: tags.join(', ') }] : []
  const composer = new MailComposer({
    from,
    to: [...to],
    cc: [...cc],
    replyTo: [...replyTo],
    subject,
    text,
    ...(html !== '' && { html }),
    headers: [...headers.map(([key, value]) => ({ key, value })), ...tagged],
    attachments: attachments.map(attachment),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

const attachment = ({ filename, content, contentType, contentId }: SentAttachment) => ({
  filename: filename || (false as const),
  content,
  ...(/^[\w.+-]+\/[\w.+-]+$/.test(contentType) && { contentType }),
  ...(contentId !== '' && { cid: contentId, contentDisposition: 'inline' as const }),
})

// Schema of everything about one message.

import type * as wire from '../../wire/message.js'
import { summaryMembers } from './summary.js'
import { Type } from './typebox.js'
import { count, exactly, flag, listOf, orNull, text, time } from './words.js'

export const partMembers = {
  path: text('`1.2`; empty for the root of a multipart'),
  contentType: text(),
  charset: orNull(text()),
  encoding: text('Content-Transfer-Encoding'),
  disposition: orNull(text()),
  filename: orNull(text()),
  contentId: orNull(text()),
  size: count('octets of the body as sent, still encoded'),
}

/** A tree, so it names itself; its own members are `partMembers`. */
export const Part = Type.Unsafe<wire.Part>({
  ...exactly('Part', partMembers),
  properties: { ...partMembers, children: { type: 'array', items: { $ref: '#/components/schemas/Part' } } },
  required: [...Object.keys(partMembers), 'children'],
})

export const Attachment = exactly('Attachment', {
  part: text('path of its part'),
  filename: text(),
  contentType: text(),
  size: count('decoded octets'),
  contentId: orNull(text()),
  disposition: text(),
  sha256: text('of the decoded octets, hex'),
  url: text('absolute path of its octets'),
})

export const Recipient = exactly('Recipient', {
  address: text(),
  raw: text('what stood between the angle brackets, unchanged'),
  parameters: listOf(exactly('EsmtpParameter', { name: text(), value: orNull(text()) })),
})

export const Tls = exactly('Tls', { protocol: text(), cipher: text(), servername: orNull(text()) })

export const Auth = exactly('Auth', { method: text(), user: text() })

export const MessageSession = exactly('MessageSession', {
  id: text(),
  via: text('`smtp`, `smtps`, `http` or `import`'),
  helo: orNull(text()),
  remote: orNull(text()),
  tls: orNull(Tls),
  auth: orNull(Auth),
})

export const MailProblem = exactly('MailProblem', {
  code: text(),
  severity: Type.Enum(['error', 'warning', 'info']),
  message: text(),
  where: orNull(text("a header's name, a part's path or an octet offset")),
})

export const Message = exactly('Message', {
  ...summaryMembers,
  messageId: orNull(text('the Message-ID field without angle brackets')),
  wireSize: count('octets that POP3 sends, every line ended by CRLF'),
  sha256: text('of the octets as received, hex'),
  headers: listOf(exactly('HeaderField', { name: text(), value: text() })),
  text: text(),
  html: orNull(text()),
  textTruncated: flag('only the first 256 kB of the text are searched'),
  parts: Part,
  attachments: listOf(Attachment),
  links: listOf(exactly('Link', { text: text(), href: text(), part: text() })),
  codes: listOf(exactly('Code', { value: text(), confidence: Type.Number(), near: text() })),
  images: listOf(exactly('Image', { src: text(), alt: text(), part: text() })),
  listUnsubscribe: orNull(exactly('ListUnsubscribe', { urls: listOf(text()), oneClick: flag('RFC 8058') })),
  deliveries: listOf(exactly('Delivery', { inbox: text(), recipients: listOf(Recipient), routedBy: text() })),
  session: MessageSession,
  problems: listOf(MailProblem),
  attempts: listOf(exactly('Attempt', { sessionId: text(), at: time(), reply: text() })),
})

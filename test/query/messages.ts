// Messages for the tests of searches and criteria: small, by hand, everything else empty.

import type { Envelope } from '#mailhold/model/envelope.js'
import type { Address, MailFacts } from '#mailhold/model/facts.js'
import type { InboxName, MessageId, SessionId } from '#mailhold/model/ids.js'
import type { Message, MessageSummary } from '#mailhold/model/message.js'
import type { Subject, SubjectBodies } from '#mailhold/query/subject.js'

export interface Sketch {
  readonly summary?: Partial<Omit<MessageSummary, 'inboxes' | 'id'>> & {
    readonly inboxes?: readonly string[]
    readonly id?: string
  }
  readonly facts?: Partial<MailFacts>
  readonly rcpt?: readonly string[]
  readonly bodies?: Partial<SubjectBodies>
}

export const person = (address: string, name = ''): Address => ({ name, address })

const root = {
  path: '1',
  contentType: 'text/plain',
  parameters: [],
  encoding: '7bit',
  start: 0,
  bodyStart: 0,
  end: 0,
  children: [],
}

const emptyFacts: MailFacts = {
  headerSize: 0,
  headers: [],
  subject: '',
  from: [],
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  root,
  textParts: [],
  htmlParts: [],
  visibleText: '',
  textTruncated: false,
  snippet: '',
  attachments: [],
  links: [],
  codes: [],
  images: [],
  problems: [],
}

export function makeMessage({ summary = {}, facts = {}, rcpt = [] }: Sketch): Message {
  const whole: MailFacts = { ...emptyFacts, ...facts }
  const envelope: Envelope = {
    from: { address: '', raw: '', parameters: [] },
    to: rcpt.map((address) => ({ address, raw: address, parameters: [] })),
  }
  return {
    summary: {
      seq: 1,
      from: whole.from[0],
      to: whole.to,
      cc: whole.cc,
      bcc: whole.bcc,
      replyTo: whole.replyTo,
      envelope: { from: '', to: rcpt },
      subject: whole.subject,
      snippet: '',
      date: undefined,
      receivedAt: 1_000,
      size: 100,
      attachmentCount: whole.attachments.length,
      problemCount: 0,
      read: false,
      tags: [],
      ...summary,
      id: (summary.id ?? 'm1') as MessageId,
      inboxes: (summary.inboxes ?? ['default']) as readonly InboxName[],
    },
    envelope,
    deliveries: [],
    origin: { sessionId: 's1' as SessionId, via: 'smtp' },
    crlfSize: 100,
    sha256: '',
    facts: whole,
  }
}

export function makeSubject(sketch: Sketch): Subject {
  const message = makeMessage(sketch)
  return { ...message, bodies: { text: '', html: undefined, htmlText: undefined, ...sketch.bodies } }
}

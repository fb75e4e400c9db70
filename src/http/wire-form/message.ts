// Everything about one message, as JSON.

import type { Attempt, Bodies } from '../../mailroom/mailroom.js'
import type { EnvelopeRecipient } from '../../model/envelope.js'
import type { Attachment, Problem } from '../../model/facts.js'
import type { Message } from '../../model/message.js'
import type * as wire from '../../wire/message.js'
import { connectionForm } from './connection.js'
import type { Forming } from './former.js'
import { partForm } from './part.js'
import { summaryForm } from './summary.js'
import { time } from './time.js'

export function messageForm(message: Message, bodies: Bodies, forming: Forming): wire.Message {
  const { facts, origin, summary } = message
  return {
    ...summaryForm(summary, forming),
    messageId: facts.messageId ?? null,
    wireSize: message.crlfSize,
    sha256: message.sha256,
    headers: facts.headers.map(({ name, value }) => ({ name, value })),
    text: bodies.text,
    html: bodies.html ?? null,
    textTruncated: facts.textTruncated,
    parts: partForm(facts.root),
    attachments: facts.attachments.map((one) => attachmentForm(one, forming.urls.part(summary.id, one.part))),
    links: facts.links.map(({ text, href, part }) => ({ text, href, part })),
    codes: facts.codes.map(({ value, confidence, near }) => ({ value, confidence, near })),
    images: facts.images.map(({ src, alt, part }) => ({ src, alt, part })),
    listUnsubscribe: facts.listUnsubscribe ?? null,
    deliveries: deliveryForms(message),
    session: {
      id: origin.sessionId,
      via: origin.via,
      remote: origin.remote ?? null,
      ...connectionForm(origin),
    },
    problems: facts.problems.map(problemForm),
    attempts: forming.attempts(message).map(attemptForm),
  }
}

const attachmentForm = (one: Attachment, url: string): wire.Attachment => ({
  part: one.part,
  filename: one.filename,
  contentType: one.contentType,
  size: one.size,
  contentId: one.contentId ?? null,
  disposition: one.disposition,
  sha256: one.sha256,
  url,
})

const problemForm = (problem: Problem): wire.MailProblem => ({
  code: problem.code,
  severity: problem.severity,
  message: problem.message,
  where: problem.where ?? null,
})

const deliveryForms = ({ deliveries, envelope }: Message): wire.Delivery[] =>
  deliveries.map((delivery) => ({
    inbox: delivery.inbox,
    recipients: delivery.recipients.flatMap((at) => recipientForms(envelope.to[at])),
    routedBy: delivery.routedBy,
  }))

const recipientForms = (recipient: EnvelopeRecipient | undefined): wire.Recipient[] =>
  recipient
    ? [
        {
          address: recipient.address,
          raw: recipient.raw,
          parameters: recipient.parameters.map(({ name, value }) => ({ name, value: value ?? null })),
        },
      ]
    : []

const attemptForm = ({ sessionId, at, reply }: Attempt): wire.Attempt => ({ sessionId, at: time(at), reply })

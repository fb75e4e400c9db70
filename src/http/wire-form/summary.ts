// A message in a list, as JSON.

import type { MessageSummary } from '../../model/message.js'
import type { Summary } from '../../wire/summary.js'
import type { Forming } from './former.js'
import { time, timeOrNull } from './time.js'

export const summaryForm = (summary: MessageSummary, { urls, cursorAt }: Forming): Summary => ({
  id: summary.id,
  cursor: cursorAt(summary.seq),
  inboxes: summary.inboxes,
  from: summary.from ?? null,
  to: summary.to,
  cc: summary.cc,
  bcc: summary.bcc,
  replyTo: summary.replyTo,
  envelope: { from: summary.envelope.from, to: summary.envelope.to },
  subject: summary.subject,
  snippet: summary.snippet,
  date: timeOrNull(summary.date),
  receivedAt: time(summary.receivedAt),
  size: summary.size,
  attachmentCount: summary.attachmentCount,
  problemCount: summary.problemCount,
  read: summary.read,
  tags: summary.tags,
  url: urls.message(summary.id),
})

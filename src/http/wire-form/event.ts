// What an event tells, as JSON.

import type { Announcement } from '../../mailroom/mailroom.js'
import type { ChangedEvent, DeletedEvent, InboxEvent } from '../../wire/events.js'
import type { Forming } from './former.js'
import { summaryForm } from './summary.js'
import { time } from './time.js'

/** `kept` and `changed` have one form. */
export function eventForm(
  announced: Announcement,
  forming: Forming,
): ChangedEvent | DeletedEvent | InboxEvent {
  const { change, cursor, summary } = announced
  const common = { cursor, at: time(change.at), inboxes: change.inboxes }
  if (change.kind === 'inbox') return common
  const about = { ...common, id: change.messageId ?? '' }
  if (change.kind === 'deleted') return { ...about, reason: change.reason ?? 'asked' }
  return summary ? { ...about, message: summaryForm(summary, forming) } : about
}

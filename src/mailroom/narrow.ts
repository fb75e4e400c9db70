// Turns what a request says in text into a selection for the store; bad text is named with what would be right.

import { decodeCursor, type Place } from '../model/change.js'
import { MailholdError } from '../model/errors.js'
import { asInboxName, asMessageId, type InboxName } from '../model/ids.js'
import { parseSearch } from '../query/parse-search.js'
import type { Selection, Store } from '../store/store.js'
import type { Narrowing } from './mailroom.js'

const timeForm = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/i

/**
 * A cursor, an RFC 3339 time or a date (UTC).
 * @param path the member it stands in, for the error
 */
export function parsePlace(text: string, path: string, store: Store): Place {
  if (timeForm.test(text)) {
    const time = Date.parse(text)
    if (!Number.isNaN(time)) return { time }
  }
  if (text === 'start') return { seq: 0 }
  const withPlus = text.replace(' ', '+')
  if (withPlus !== text && timeForm.test(withPlus)) {
    throw new MailholdError(
      'badInput',
      `${path} must be a time such as 2026-01-31T12:00:00+02:00, got "${text}"; in a query string + is a blank, write + as %2B`,
      { path, suggestion: withPlus },
    )
  }
  if (!text.includes('.') || /\s/.test(text)) {
    throw new MailholdError(
      'badInput',
      `"${path}" must be a cursor or a time such as 2026-01-31T12:00:00Z, got "${text.slice(0, 80)}"`,
      { path },
    )
  }
  return { seq: decodeCursor(text, store.name, store.newestSeq) }
}

/** `undefined` stands for an inbox that no message can be in: its list is empty. */
export function parseInbox(text: string): InboxName | undefined {
  return asInboxName(text.toLowerCase())
}

/** @throws MailholdError `badInput` */
export function narrow(narrowing: Narrowing, store: Store): Selection | 'nothing' {
  const inbox = narrowing.inbox === undefined ? undefined : parseInbox(narrowing.inbox)
  if (narrowing.inbox !== undefined && !inbox) return 'nothing'
  const ids = narrowing.ids?.map(asMessageId).filter((id) => id !== undefined)
  if (ids && ids.length === 0) return 'nothing'
  const { q, after, before } = narrowing
  return {
    ...(ids && { ids }),
    ...(inbox && { inbox }),
    ...(q !== undefined &&
      q.trim() !== '' && {
        query: parseSearch(q, { place: (text, field) => parsePlace(text, field, store) }),
      }),
    ...(after !== undefined && { after: parsePlace(after, 'after', store) }),
    ...(before !== undefined && { before: parsePlace(before, 'before', store) }),
  }
}

// Remembers who tried to hand over which Message-ID and what was answered, so that retries can be told together.

import { createHash } from 'node:crypto'
import type { MessageId, SessionId } from '../model/ids.js'
import type { Message } from '../model/message.js'
import type { Attempt, Attempts } from './mailroom.js'

/** An attempt that ended; `id` where its message was kept. */
export interface EndedAttempt extends Attempt {
  readonly id?: MessageId
}

export interface AttemptBook extends Attempts {
  note(messageId: string, attempt: EndedAttempt): void
}

export interface AttemptLimits {
  /** Message-IDs that are remembered; the ones not heard of for longest go first */
  readonly messageIds: number
  /** attempts of each; the newest stay */
  readonly each: number
}

const usualLimits: AttemptLimits = { messageIds: 10_000, each: 100 }

/** UTF-16 units of a reply */
const longestReply = 1000

/** In memory alone: what came before the start is told of kept messages only. */
export function createAttempts(limits: AttemptLimits = usualLimits): AttemptBook {
  const book = new Map<string, EndedAttempt[]>()
  return {
    note(messageId, attempt) {
      const key = keyOf(messageId)
      const known = book.get(key) ?? []
      book.delete(key)
      const reply = attempt.reply.slice(0, longestReply)
      book.set(key, [...known.slice(1 - limits.each), { ...attempt, reply }])
      if (book.size > limits.messageIds) forgetOldest(book)
    },
    attempts({ summary, origin, facts }) {
      const known = facts.messageId === undefined ? [] : (book.get(keyOf(facts.messageId)) ?? [])
      if (known.some(({ id }) => id === summary.id)) return known
      return origin.via.startsWith('smtp') ? [...known, ownAttempt(summary, origin)] : known
    },
  }
}

const ownAttempt = (
  summary: Message['summary'],
  origin: { readonly sessionId: SessionId },
): EndedAttempt => ({
  id: summary.id,
  sessionId: origin.sessionId,
  at: summary.receivedAt,
  reply: `250 2.0.0 Ok: kept as ${summary.id}`,
})

// A Message-ID may have any length; its digest has one.
const keyOf = (messageId: string): string =>
  messageId.length <= 100 ? messageId : createHash('sha256').update(messageId).digest('base64')

function forgetOldest(book: Map<string, unknown>): void {
  for (const key of book.keys()) {
    book.delete(key)
    return
  }
}

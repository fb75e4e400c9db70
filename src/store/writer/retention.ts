// Retention: keeps the store within its limits by removing the oldest mail, never mail that is young.

import type { Change } from '../../model/change.js'
import type { Evictions, RetentionLimits } from '../../model/stats.js'
import type { MessageKey, Totals } from '../tables/message.js'
import type { Room, Slice } from './calls.js'
import { removeMessage } from './remove.js'
import type { Work } from './work.js'

/**
 * Mail younger than this is never removed by itself: somebody may still be waiting for it. Mail from further ahead than
 * this came while the clock was wrong, and is not young.
 */
export const youngFor = 5 * 60_000

/** Messages that one transaction removes at most. */
const sliceSize = 100

export interface Retention {
  /** Removes a slice of what is over the limits. */
  step(now: number): Slice
  /** Whether a limit is exceeded right now, as far as counts tell. */
  isOver(): boolean
  /** The limit that is exceeded although nothing could be removed when last tried. */
  readonly stuck: Room['over']
}

export function createRetention(work: Work, limits: RetentionLimits): Retention {
  let stuck: Room['over']
  return {
    get stuck() {
      if (stuck) stuck = overLimit(limits, work.tables.messages.totals())
      return stuck
    },
    isOver: () => overLimit(limits, work.tables.messages.totals()) !== undefined,
    step(now) {
      const changes = removeOldest(work, limits, now)
      const over = overLimit(limits, work.tables.messages.totals())
      const more = changes.length === sliceSize
      stuck = more ? undefined : over
      return { changes, more }
    },
  }
}

function removeOldest(work: Work, limits: RetentionLimits, now: number): Change[] {
  const { messages, meta } = work.tables
  const changes: Change[] = []
  const evicted: { -readonly [Reason in keyof Evictions]?: number } = {}
  let totals = messages.totals()
  for (const { message, receivedAt } of withTimes(messages.oldest(sliceSize))) {
    const reason = reasonToRemove(limits, totals, now - receivedAt)
    if (!reason) break
    changes.push(removeMessage(work, message, reason))
    evicted[reason] = (evicted[reason] ?? 0) + 1
    totals = {
      ...totals,
      messages: totals.messages - 1,
      stored_size: totals.stored_size - message.stored_size,
    }
  }
  for (const reason of reasons) {
    const count = evicted[reason]
    if (count !== undefined) meta.countEvicted(reason, count)
  }
  return changes
}

interface Dated {
  readonly message: MessageKey
  readonly receivedAt: number
}

/** No message came later than those behind it, whatever the clock said: one from a wrong year must not hold them up. */
function withTimes(inOrder: readonly MessageKey[]): readonly Dated[] {
  let receivedAt = Number.POSITIVE_INFINITY
  const newestFirst = inOrder.toReversed().map((message) => {
    receivedAt = Math.min(receivedAt, message.received_at)
    return { message, receivedAt }
  })
  return newestFirst.toReversed()
}

const reasons = ['maxMessages', 'maxAge', 'maxStoreSize'] as const

function reasonToRemove(limits: RetentionLimits, totals: Totals, age: number): keyof Evictions | undefined {
  if (Math.abs(age) < youngFor) return undefined
  return overLimit(limits, totals) ?? (age > limits.maxAge ? 'maxAge' : undefined)
}

function overLimit(limits: RetentionLimits, totals: Totals): 'maxMessages' | 'maxStoreSize' | undefined {
  if (totals.messages > limits.maxMessages) return 'maxMessages'
  return totals.stored_size > limits.maxStoreSize ? 'maxStoreSize' : undefined
}

// All mails that matched, where they are more than one answer holds.

import type { Message } from '../../wire/message.js'
import type { Summary } from '../../wire/summary.js'
import type { WaitMet, WaitNotMet } from '../../wire/wait.js'
import type { Criteria } from '../criteria.js'
import type { Expectation } from '../expectation.js'

/** What is asked of the place where the mails were found. */
export interface Finder {
  readonly wait: (request: Expectation) => Promise<WaitMet | WaitNotMet>
  readonly get: (id: string) => Promise<Message>
}

const atOnce = 10

/**
 * Oldest first. An answer holds the newest; the ids of the others come as summaries, and each is read by itself.
 * @throws Error where even the summaries do not reach to the oldest
 */
export async function allMails(
  answer: WaitMet,
  match: Criteria,
  { wait, get }: Finder,
): Promise<readonly (Message | Summary)[]> {
  const { matched, messages, lookedFrom } = answer
  const missing = matched - messages.length
  const oldest = messages[0]?.id
  if (missing <= 0 || oldest === undefined) return messages
  const listed = await wait({ match, after: lookedFrom, timeout: '0s', return: 'summary' })
  const ids = listed.pass ? listed.messages.map(({ id }) => id) : []
  const older = ids.slice(0, Math.max(0, ids.indexOf(oldest)))
  if (older.length !== missing) {
    throw new Error(
      `${matched} mails match, and ${older.length + messages.length} of them can be read now; narrow the criteria, or walk over all mail with each()`,
    )
  }
  const found: Message[] = []
  for (let at = 0; at < older.length; at += atOnce) {
    found.push(...(await Promise.all(older.slice(at, at + atOnce).map(get))))
  }
  return [...found, ...messages]
}

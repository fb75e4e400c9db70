// Finds what Mailpit's search language asks for. Pieces of words are no matter for an index of words, so summaries are looked
// through page by page, and whole messages only where a term needs them.

import type { Mailroom } from '../../../mailroom/mailroom.js'
import type { MessageId } from '../../../model/ids.js'
import type { Message, MessageSummary } from '../../../model/message.js'
import { badInput } from '../../errors/problem.js'
import { formEach, type Hit, hitOf, walk } from '../walk.js'
import { type MailpitQuery, parseQuery } from './query.js'
import type { Term } from './terms.js'

export interface Asked {
  readonly query: string
  readonly timeZone: string
}

/** Everything that matches, newest first. */
export async function search(
  mailroom: Pick<Mailroom, 'list' | 'each'>,
  asked: Asked,
): Promise<readonly Hit[]> {
  const { terms } = parseQuery(asked.query, asked.timeZone)
  const found: Hit[] = []
  for await (const page of walk(mailroom, { q: narrowing(terms), order: 'newest' })) {
    found.push(...(await matching(mailroom, page, terms)))
  }
  return found
}

/**
 * The same for what is going to be changed or removed.
 * @throws MailholdError `badInput` where a term says nothing: passing over it could make some messages all messages
 */
export async function searchExactly(
  mailroom: Pick<Mailroom, 'list' | 'each'>,
  asked: Asked,
): Promise<readonly MessageId[]> {
  const { ignored, terms }: MailpitQuery = parseQuery(asked.query, asked.timeZone)
  const [first] = ignored
  if (first !== undefined) throw badInput('query', `the search term "${first.slice(0, 100)}" says nothing`)
  if (terms.length === 0) throw badInput('query', 'Error: no search query')
  return (await search(mailroom, asked)).map(({ id }) => id)
}

const narrowing = (terms: readonly Term[]): string =>
  terms.flatMap(({ not, narrows }) => (not || narrows === undefined ? [] : [narrows])).join(' ')

async function matching(
  mailroom: Pick<Mailroom, 'each'>,
  page: readonly MessageSummary[],
  terms: readonly Term[],
): Promise<readonly Hit[]> {
  const likely = page.filter((summary) => terms.every((term) => judgeSummary(term, summary)))
  if (terms.every(({ needs }) => needs === 'summary')) return likely.map(hitOf)
  const ids = likely.map(({ id }) => id)
  const judged = await formEach(mailroom, ids, (message) => ({
    hit: hitOf(message.summary),
    holds: terms.every((term) => judgeMessage(term, message)),
  }))
  return judged.flatMap(({ hit, holds }) => (holds ? [hit] : []))
}

const judgeSummary = (term: Term, summary: MessageSummary): boolean =>
  term.needs === 'message' || term.holds(summary) !== term.not

const judgeMessage = (term: Term, message: Message): boolean =>
  term.needs === 'summary' || term.holds(message) !== term.not

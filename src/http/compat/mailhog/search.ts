// MailHog's searches: a piece of text in an address, or anywhere, case ignored.

import type { Mailroom } from '../../../mailroom/mailroom.js'
import type { Address } from '../../../model/facts.js'
import type { Message, MessageSummary } from '../../../model/message.js'
import { formEach, type Hit, hitOf, walk } from '../walk.js'

export const kinds = ['from', 'to', 'containing'] as const

export type Kind = (typeof kinds)[number]

export interface Asked {
  readonly kind: Kind
  readonly query: string
}

/** Everything that matches, newest first. */
export async function search(
  mailroom: Pick<Mailroom, 'list' | 'each' | 'raw'>,
  { kind, query }: Asked,
): Promise<readonly Hit[]> {
  const piece = query.toLowerCase()
  const found: Hit[] = []
  for await (const page of walk(mailroom, { order: 'newest' })) {
    if (kind === 'containing') found.push(...(await containing(mailroom, page, piece)))
    else found.push(...page.filter((summary) => partiesOf(summary, kind).some(has(piece))).map(hitOf))
  }
  return found
}

const has = (piece: string) => (text: string) => text.toLowerCase().includes(piece)

/** Of the envelope and of the header. */
function partiesOf({ envelope, from, to }: MessageSummary, kind: 'from' | 'to'): readonly string[] {
  if (kind === 'from') return [envelope.from, ...(from ? written(from) : [])]
  return [...envelope.to, ...to.flatMap(written)]
}

const written = ({ name, address }: Address): readonly string[] => [`${name} <${address}>`, address]

async function containing(
  mailroom: Pick<Mailroom, 'each' | 'raw'>,
  page: readonly MessageSummary[],
  piece: string,
): Promise<readonly Hit[]> {
  const ids = page.map(({ id }) => id)
  const judged = await formEach(mailroom, ids, async (message) => ({
    hit: hitOf(message.summary),
    holds: isRead(message, piece) || (await isSent(mailroom, message, piece)),
  }))
  return judged.flatMap(({ hit, holds }) => (holds ? [hit] : []))
}

/** What a person reads. */
const isRead = ({ facts }: Message, piece: string): boolean =>
  has(piece)(facts.visibleText) ||
  facts.headers.some(({ value, raw }) => has(piece)(value) || has(piece)(raw))

/** The octets as sent, a stretch at a time; it may lie across two. */
async function isSent({ raw }: Pick<Mailroom, 'raw'>, message: Message, piece: string): Promise<boolean> {
  const wanted = Buffer.from(piece).toString('latin1').toLowerCase()
  let rest = ''
  for await (const octets of raw(message)) {
    const text = rest + Buffer.from(octets).toString('latin1').toLowerCase()
    if (text.includes(wanted)) return true
    rest = text.slice(-wanted.length)
  }
  return false
}

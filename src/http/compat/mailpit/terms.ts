// What each term of Mailpit's search language asks of a message.

import type { Address } from '../../../model/facts.js'
import type { Message, MessageSummary } from '../../../model/message.js'
import { cleaned } from './cleaned.js'
import { isInline } from './form.js'
import { parseSize } from './size.js'

/** `summary` can be told from a list, `message` needs the whole. `narrows` is a search of ours that it implies. */
export type Test =
  | { readonly needs: 'summary'; readonly narrows?: string; readonly holds: (of: MessageSummary) => boolean }
  | { readonly needs: 'message'; readonly narrows?: string; readonly holds: (of: Message) => boolean }

export type Term = Test & { readonly not: boolean }

interface Reading {
  /** the whole term, for those that are text after all */
  readonly text: string
  /** milliseconds since 1970 */
  readonly date: (text: string) => number | undefined
}

type FieldOf = (value: string, reading: Reading) => Test | undefined

const ofSummary = (holds: (of: MessageSummary) => boolean): Test => ({ needs: 'summary', holds })

const names = (addresses: readonly (Address | undefined)[], piece: string): boolean =>
  addresses.some((one) => one && (contains(one.name, piece) || contains(one.address, piece)))

const contains = (text: string, piece: string): boolean => cleaned(text).includes(piece)

// behind the first character of the domain the first dot ends its run, so that many dots are looked at once
const wholeAddress = /^[^@\s\\*]+@[^@\s\\*][^@\s\\*.]*\.[^@\s\\*]+$/

/** @param field our own search field for these addresses, where there is one */
const addressTest =
  (addresses: (of: MessageSummary) => readonly (Address | undefined)[], field?: string): FieldOf =>
  (piece) => {
    const test = ofSummary((of) => names(addresses(of), piece))
    // a whole address is a matter for the index; as a display name it is found by its words
    const isIndexed = field !== undefined && wholeAddress.test(piece)
    return isIndexed ? { ...test, narrows: `(${field}:"*${piece}*" OR "${piece}"*)` } : test
  }

const everybody = ({ from, to, cc, bcc, replyTo }: MessageSummary) => [from, ...to, ...cc, ...bcc, ...replyTo]

/** A word anywhere: subject, addresses, text, names of attachments. */
function textTest(piece: string): Test {
  return {
    needs: 'message',
    holds: ({ summary, facts }) =>
      contains(summary.subject, piece) ||
      names(everybody(summary), piece) ||
      facts.attachments.some(({ filename }) => contains(filename, piece)) ||
      contains(facts.visibleText, piece),
  }
}

const sizeTest =
  (holds: (size: number, limit: number) => boolean): FieldOf =>
  (value, { text }) => {
    const limit = parseSize(value)
    return limit > 0 ? ofSummary(({ size }) => holds(size, limit)) : textTest(text)
  }

const dateTest =
  (holds: (at: number, limit: number) => boolean): FieldOf =>
  (value, { date }) => {
    const limit = date(value)
    return limit === undefined ? undefined : ofSummary(({ receivedAt }) => holds(receivedAt, limit))
  }

const fields: ReadonlyMap<string, FieldOf> = new Map([
  ['to', addressTest(({ to }) => to, 'to')],
  ['from', addressTest(({ from }) => [from], 'from')],
  ['cc', addressTest(({ cc }) => cc, 'cc')],
  ['bcc', addressTest(({ bcc }) => bcc, 'bcc')],
  ['reply-to', addressTest(({ replyTo }) => replyTo)],
  ['addressed', addressTest(everybody)],
  ['subject', (piece) => ofSummary(({ subject }) => contains(subject, piece))],
  [
    'message-id',
    (piece) => ({ needs: 'message', holds: ({ facts }) => contains(facts.messageId ?? '', piece) }),
  ],
  ['tag', (name) => ofSummary(({ tags }) => tags.some((tag) => cleaned(tag) === name))],
  ['larger', sizeTest((size, limit) => size > limit)],
  ['smaller', sizeTest((size, limit) => size < limit)],
  ['after', dateTest((at, limit) => at >= limit)],
  ['before', dateTest((at, limit) => at <= limit)],
])

const hasInline: Test = { needs: 'message', holds: ({ facts }) => facts.attachments.some(isInline) }
const hasAttachment: Test = {
  needs: 'message',
  narrows: 'has:attachment',
  holds: ({ facts }) => facts.attachments.some((one) => !isInline(one)),
}

const words: ReadonlyMap<string, Test> = new Map([
  ['is:read', { needs: 'summary', narrows: 'is:read', holds: ({ read }) => read }],
  ['is:unread', { needs: 'summary', narrows: 'is:unread', holds: ({ read }) => !read }],
  ['is:tagged', ofSummary(({ tags }) => tags.length > 0)],
  ['has:inline', hasInline],
  ['has:inlines', hasInline],
  ['has:attachment', hasAttachment],
  ['has:attachments', hasAttachment],
])

export const tests = { words, fields, text: textTest }

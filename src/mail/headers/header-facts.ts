// What the message's own header says: fields for show and the ones that every list needs.

import type { Address, HeaderField, MailFacts } from '../../model/facts.js'
import type { ProblemList } from '../problems.js'
import { readAddresses } from './addresses.js'
import { readDate } from './date.js'
import { decodeWords } from './encoded-words.js'
import type { CollectedFields, RawField } from './field-collector.js'
import { unfold } from './field-collector.js'
import { readListUnsubscribe } from './list-unsubscribe.js'

export type HeaderFacts = Pick<
  MailFacts,
  'headers' | 'subject' | 'from' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'date' | 'messageId' | 'listUnsubscribe'
>

/** Where a field is repeated the first one counts, but recipients of all are listed. */
export function headerFacts({ fields }: CollectedFields, problems: ProblemList): HeaderFacts {
  const body = (key: string) => bodyOf(fields, key)
  const headers = fields.map((field) => shownField(field, problems))
  const all = (key: string): Address[] =>
    fields
      .filter((field) => field.key === key)
      .flatMap((field) => readAddresses(unfold(field.raw), field.name, problems))
  const date = readDate(body('date') ?? '')?.time
  const messageId = readMessageId(body('message-id'))
  const from = all('from')
  if (from.length > 1 && body('sender') === undefined) problems.add('missingSender', from.length, 'From')
  const listUnsubscribe = readListUnsubscribe(
    body('list-unsubscribe'),
    body('list-unsubscribe-post'),
    problems,
  )
  return {
    headers,
    subject: headers.find((_, index) => fields[index]?.key === 'subject')?.value ?? '',
    from,
    to: all('to'),
    cc: all('cc'),
    bcc: all('bcc'),
    replyTo: all('reply-to'),
    ...(date === undefined ? {} : { date }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(listUnsubscribe === undefined ? {} : { listUnsubscribe }),
  }
}

/** The unfolded body of the first field of that name (lower case), nothing decoded. */
export function bodyOf(fields: readonly RawField[], key: string): string | undefined {
  const field = fields.find((candidate) => candidate.key === key)
  return field === undefined ? undefined : unfold(field.raw)
}

const addressFields = new Set(['from', 'to', 'cc', 'bcc', 'reply-to'])

function shownField({ name, key, raw }: RawField, problems: ProblemList): HeaderField {
  // the reading of the addresses reports the same words once more
  return { name, value: decodeWords(unfold(raw), addressFields.has(key) ? undefined : problems, name), raw }
}

function readMessageId(text: string | undefined): string | undefined {
  const id = text === undefined ? '' : (/<([^<>]*)>/.exec(text)?.[1] ?? text.replace(/[<>]/g, '')).trim()
  return id === '' ? undefined : id
}

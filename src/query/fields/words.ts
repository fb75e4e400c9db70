// Words over all text, and the fields that look for words in one place: subject:, body:, filename:.

import { asWords, containsWords, hasWords } from '../fold-words.js'
import type { Searched } from '../subject.js'
import type { WordsField } from '../syntax.js'
import { badSearch, type SearchField, type SearchValue } from './search-field.js'

interface WordsCondition {
  readonly field: WordsField
  readonly words: string
  readonly prefix: boolean
}

/** A word or phrase without a field. */
export const anyText = wordsField(
  'text',
  'invoice',
  'words in subject, addresses, attachment names and visible text',
)
export const subject = wordsField('subject', 'subject:"your order"', 'words in the subject')
export const body = wordsField('body', 'body:passcode', 'words in the visible text')
export const filename = wordsField('filename', 'filename:invoice*', 'words in the name of an attachment')

function wordsField<Field extends WordsField>(field: Field, example: string, says: string) {
  return {
    name: field,
    example,
    says,
    read: (value: SearchValue) => ({ field, ...readWords(value) }),
  } satisfies SearchField
}

/**
 * `conf*` and `"reset your pass"*` leave the end of the last word open. A `*` before punctuation says nothing that
 * searching by words does not do anyway (`*.pdf`) and is dropped.
 */
function readWords(value: SearchValue): { words: string; prefix: boolean } {
  const open = value.isQuoted ? value.isPrefix : value.text.endsWith('*')
  const words = value.isQuoted
    ? value.text
    : value.text.replace(/\*+$/, '').replace(/^\*+(?![\p{L}\p{N}\p{Co}])/u, '')
  const star = value.isQuoted ? -1 : words.indexOf('*')
  if (star >= 0) {
    throw badSearch(
      '* stands only at the end of a word, as in conf*; quote the word if * is text',
      value.position,
    )
  }
  if (!hasWords(words)) {
    throw badSearch(`"${value.text}" has no letter or digit; searches look for words`, value.position)
  }
  return { words, prefix: open && /[\p{L}\p{N}\p{Co}]$/u.test(words) }
}

/** Whether one of the places that the field looks at has the words, one after the other. */
export const holdsWords = ({ field, words, prefix }: WordsCondition, message: Searched): boolean =>
  wordsIn(field, message).some((place) => containsWords(place, words, prefix))

/** A search of a hundred terms cuts a mail into words once. */
const cut = new WeakMap<Searched, Map<WordsField, readonly string[]>>()

function wordsIn(field: WordsField, message: Searched): readonly string[] {
  const known = cut.get(message) ?? new Map<WordsField, readonly string[]>()
  cut.set(message, known)
  const words = known.get(field) ?? places[field](message).map(asWords)
  known.set(field, words)
  return words
}

// As in the index, the sender of the envelope is not looked at, and a phrase may run from one address or file name to the next.
const places: Readonly<Record<WordsField, (message: Searched) => readonly string[]>> = {
  subject: ({ facts }) => [facts.subject],
  body: ({ facts }) => [facts.visibleText],
  filename: ({ facts }) => [filenames(facts)],
  text: ({ facts, summary, envelope }) => [
    facts.subject,
    [facts.from, facts.to, facts.cc, summary.bcc, facts.replyTo]
      .flat()
      .map(({ name, address }) => `${name} ${address}`)
      .concat(envelope.to.map(({ address }) => address))
      .join('\n'),
    filenames(facts),
    facts.visibleText,
  ],
}

const filenames = ({ attachments }: Searched['facts']): string =>
  attachments.map(({ filename }) => filename).join('\n')

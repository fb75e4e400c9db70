// The value is what was expected but for its case, its white space, or the way its letters are written.

import { fold } from '../../../query/fold-words.js'
import { type CriterionHint, type Miss, wouldHold } from '../criterion-hint.js'

const blanks = (text: string): string => text.replace(/[\s\p{Zs}]+/gu, ' ').trim()
const withoutInvisible = (text: string): string => text.replace(/[\p{Cf}\p{DI}]+/gu, '')
const withoutBlanks = (text: string): string => text.replace(/\s+/g, '')

// ’ for ', – for -, and so on: what word processors make of what people type
const typed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‐-―−]/g, '-')

const remedyForCase = '; add ignoreCase: true if that does not matter'

export const caseOnly = differs(
  'case',
  'differs only in case',
  (miss) => wouldHold(miss, { ignoreCase: true }),
  remedyForCase,
)

export const whiteSpaceOnly = differs(
  'whiteSpace',
  'differs only in white space (line breaks and no-break spaces count)',
  (miss) => wouldHold(miss, { form: blanks }) || wouldHold(miss, { form: withoutBlanks }),
)

export const invisibleOnly = differs(
  'invisible',
  'differs only in invisible characters, which are shown as <U+…>',
  (miss) =>
    wouldHold(miss, { form: withoutInvisible }) ||
    wouldHold(miss, { form: (text) => blanks(withoutInvisible(text)) }),
)

export const unicodeFormOnly = differs(
  'unicodeForm',
  'looks alike but is written with other Unicode characters, such as curly quotes, long dashes or full-width letters',
  (miss) => wouldHold(miss, { form: typed }),
)

export const accentsOnly = differs('accents', 'differs only in accents', (miss) =>
  wouldHold(miss, { form: unaccented }),
)

export const severalOnly = differs(
  'almost',
  'differs only in case, white space and the way letters are written',
  (miss) =>
    wouldHold(miss, { form: (text) => blanks(withoutInvisible(fold(typed(text)))), ignoreCase: true }),
)

const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .normalize()

function differs(name: string, says: string, test: (miss: Miss) => boolean, remedy = ''): CriterionHint {
  // where it would hold unrelaxed, something else was the cause
  return { name, tell: (miss) => (test(miss) && !wouldHold(miss, {}) ? says + remedy : undefined) }
}

// What can be wrong with a message: one table of codes, and the list in which a reading collects them.

import type { Problem } from '../model/facts.js'
import { limits } from './limits.js'

interface ProblemKind {
  readonly severity: Problem['severity']
  /** a sentence; `%` stands for the value that was found */
  readonly sentence: string
  /** where the rule stands */
  readonly rule: string
}

const kinds = {
  bareLf: {
    severity: 'error',
    sentence: '% lines end with a bare LF instead of CRLF',
    rule: 'RFC 5322 §2.3',
  },
  bareCr: { severity: 'error', sentence: '% lines contain a bare CR', rule: 'RFC 5322 §2.3' },
  nul: { severity: 'error', sentence: 'The message contains % NUL octets', rule: 'RFC 5322 §2.2' },
  lineTooLong: {
    severity: 'error',
    sentence: 'A line is % octets long; 998 are allowed',
    rule: 'RFC 5322 §2.1.1',
  },
  header8bit: {
    severity: 'error',
    sentence: 'The header field % holds 8-bit octets, but the transaction did not use SMTPUTF8',
    rule: 'RFC 5322 §2.2, RFC 6532 §3',
  },
  headerNotUtf8: {
    severity: 'error',
    sentence: 'The header field % holds octets that are not UTF-8; they were read as Latin-1',
    rule: 'RFC 6532 §3',
  },
  emptyMessage: { severity: 'error', sentence: 'The message is empty', rule: 'RFC 5322 §3.6' },
  mboxLine: {
    severity: 'warning',
    sentence: 'The message begins with a line of an mbox file: %',
    rule: 'RFC 5322 §2.2',
  },
  badHeaderLine: {
    severity: 'error',
    sentence: 'A line of the header is no header field: %',
    rule: 'RFC 5322 §2.2',
  },
  noBlankLine: {
    severity: 'warning',
    sentence: 'The header is not followed by an empty line',
    rule: 'RFC 5322 §2.1',
  },
  missingDate: { severity: 'error', sentence: 'There is no Date field', rule: 'RFC 5322 §3.6' },
  missingFrom: { severity: 'error', sentence: 'There is no From field', rule: 'RFC 5322 §3.6' },
  missingMessageId: {
    severity: 'warning',
    sentence: 'There is no Message-ID field',
    rule: 'RFC 5322 §3.6.4',
  },
  missingSubject: { severity: 'info', sentence: 'There is no Subject field', rule: 'RFC 5322 §3.6.5' },
  missingMimeVersion: {
    severity: 'warning',
    sentence: 'There are MIME fields but no MIME-Version field',
    rule: 'RFC 2045 §4',
  },
  missingSender: {
    severity: 'error',
    sentence: 'From names % mailboxes, but there is no Sender field',
    rule: 'RFC 5322 §3.6.2',
  },
  repeatedField: {
    severity: 'error',
    sentence: 'The field % stands there more than once',
    rule: 'RFC 5322 §3.6',
  },
  badDate: {
    severity: 'error',
    sentence: 'The Date field is no date of a message: %',
    rule: 'RFC 5322 §3.3',
  },
  badMessageId: {
    severity: 'warning',
    sentence: 'The Message-ID is not of the form <left@right>: %',
    rule: 'RFC 5322 §3.6.4',
  },
  badAddress: { severity: 'error', sentence: 'This is no address: %', rule: 'RFC 5322 §3.4' },
  badEncodedWord: {
    severity: 'warning',
    sentence: 'An encoded word cannot be read: %',
    rule: 'RFC 2047 §2',
  },
  unknownCharset: {
    severity: 'error',
    sentence: 'The charset % is not known; the text was read as UTF-8',
    rule: 'RFC 2046 §4.1.2',
  },
  wrongCharset: {
    severity: 'error',
    sentence: 'The text holds octets that do not exist in its charset %',
    rule: 'RFC 2046 §4.1.2',
  },
  undeclaredCharset: {
    severity: 'warning',
    sentence: 'The text holds 8-bit octets, but its charset is %',
    rule: 'RFC 2046 §4.1.2',
  },
  badContentType: {
    severity: 'error',
    sentence: 'The Content-Type cannot be read: %',
    rule: 'RFC 2045 §5.1',
  },
  unknownEncoding: {
    severity: 'error',
    sentence: 'The Content-Transfer-Encoding % is not known; the octets were left as they are',
    rule: 'RFC 2045 §6.1',
  },
  multipartEncoding: {
    severity: 'error',
    sentence: 'A multipart or message has the Content-Transfer-Encoding %',
    rule: 'RFC 2045 §6.4',
  },
  eightBitIn7bit: {
    severity: 'error',
    sentence: 'A part that is declared % holds 8-bit octets',
    rule: 'RFC 2045 §6.2',
  },
  badBase64: {
    severity: 'error',
    sentence: 'The base64 of a part is damaged: %',
    rule: 'RFC 2045 §6.8',
  },
  badQuotedPrintable: {
    severity: 'warning',
    sentence: 'The quoted-printable of a part holds % wrong escapes',
    rule: 'RFC 2045 §6.7',
  },
  missingBoundary: {
    severity: 'error',
    sentence: 'A % has no boundary parameter',
    rule: 'RFC 2046 §5.1.1',
  },
  unclosedMultipart: {
    severity: 'error',
    sentence: 'A multipart is not closed: the line --%-- is missing',
    rule: 'RFC 2046 §5.1.1',
  },
  emptyMultipart: {
    severity: 'error',
    sentence: 'A multipart has no parts: the line --% never comes',
    rule: 'RFC 2046 §5.1.1',
  },
  tooManyParts: {
    severity: 'warning',
    sentence: `Only the first ${limits.parts} parts are listed; % were left out`,
    rule: 'a limit of this program',
  },
  tooDeep: {
    severity: 'warning',
    sentence: `Parts nested deeper than ${limits.depth} are not looked into`,
    rule: 'a limit of this program',
  },
  tooManyHeaders: {
    severity: 'warning',
    sentence: `Only the first ${limits.headerFields} header fields and ${limits.headerOctets} octets of them are listed; % fields were left out`,
    rule: 'a limit of this program',
  },
  fieldTooLong: {
    severity: 'warning',
    sentence: `Only the first ${limits.fieldOctets} octets of a header field are read; % has more`,
    rule: 'a limit of this program',
  },
  tooManyAddresses: {
    severity: 'warning',
    sentence: `Only the first ${limits.addresses} addresses of the field % are listed`,
    rule: 'a limit of this program',
  },
  tooManyLinks: {
    severity: 'warning',
    sentence: `Only the first ${limits.links} links are listed; % were left out`,
    rule: 'a limit of this program',
  },
  tooManyImages: {
    severity: 'warning',
    sentence: `Only the first ${limits.images} images are listed; % were left out`,
    rule: 'a limit of this program',
  },
  textTooLong: {
    severity: 'info',
    sentence: `Only the first ${limits.textOctets} octets of the text are read for search, links and codes`,
    rule: 'a limit of this program',
  },
  oneClickWithoutHttps: {
    severity: 'warning',
    sentence: 'List-Unsubscribe-Post asks for one click, but List-Unsubscribe has no https address',
    rule: 'RFC 8058 §3.1',
  },
  badListUnsubscribePost: {
    severity: 'warning',
    sentence: 'List-Unsubscribe-Post must be List-Unsubscribe=One-Click, not %',
    rule: 'RFC 8058 §3.1',
  },
  notIndexed: {
    severity: 'warning',
    sentence: 'The message could not be read in full: %',
    rule: 'a limit of this program',
  },
  tooManyProblems: {
    severity: 'info',
    sentence: '% more problems were found and are not listed',
    rule: 'a limit of this program',
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof kinds

/** Every code, for those who explain them. */
export const problemCodes: readonly string[] = Object.keys(kinds)

/** The problem as it is listed; `value` is shown to people, cut at 120 characters, invisible ones made visible. */
export function problem(code: ProblemCode, value: string | number = '', where?: string): Problem {
  const { severity, sentence, rule } = kinds[code]
  const message = `${sentence.split('%').join(showable(String(value)))} (${rule})`
  return where === undefined ? { code, severity, message } : { code, severity, message, where }
}

export interface ProblemList {
  add(code: ProblemCode, value?: string | number, where?: string): void
  /** everything found, in the order of the message, within the limits */
  list(): Problem[]
}

export function createProblemList(): ProblemList {
  const found: Problem[] = []
  const seen = new Map<ProblemCode, number>()
  let leftOut = 0
  return {
    add(code, value, where) {
      const times = (seen.get(code) ?? 0) + 1
      seen.set(code, times)
      if (times > limits.problemsPerCode || found.length >= limits.problems - 1) leftOut += 1
      else found.push(problem(code, value, where))
    },
    list: () => (leftOut === 0 ? found : [...found, problem('tooManyProblems', leftOut)]),
  }
}

function showable(value: string): string {
  const cut = value.length > 120 ? `${value.slice(0, 119)}…` : value
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be shown as they are
  return cut.replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, escapeCharacter)
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

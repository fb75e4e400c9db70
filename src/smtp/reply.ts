// What the server says: a code, an enhanced code and a text; and which reply stands for which error.

import { type ErrorCode, MailholdError } from '../model/errors.js'
import type { FaultStage } from '../model/fault.js'

export interface Reply {
  readonly code: number
  /** RFC 3463; absent in greetings, answers to EHLO, and 3xx (RFC 2034 §3) */
  readonly enhanced?: string
  /** one line, or several */
  readonly text: string | readonly string[]
  /** where a fault rule asked for it */
  readonly fault?: RuledBy
}

/** The rule that asked for a refusal, and what it was about. */
export interface RuledBy {
  readonly rule: string
  readonly stage: FaultStage
  readonly sender?: string
  /** where it was about one alone */
  readonly recipient?: string
}

/** A reply with an enhanced status code: `reply('250 2.1.0', 'Ok')`. */
export function reply(codes: string, text: string | readonly string[]): Reply {
  const [code, enhanced] = codes.split(' ')
  return { code: Number(code), text, ...(enhanced ? { enhanced } : {}) }
}

/** A whole line such as `451 4.3.0 try later` or `421 bye`. */
export function replyOfLine(line: string): Reply {
  const [, code, enhanced, text] = /^(\d{3}) (?:(\d\.\d{1,3}\.\d{1,3}) )?(.*)$/.exec(line) ?? []
  return { code: Number(code ?? 451), text: text ?? line, ...(enhanced !== undefined && { enhanced }) }
}

/** The lines of a reply as they go out, without line ends. */
export function replyLines({ code, enhanced, text }: Reply): string[] {
  const lines = typeof text === 'string' ? [text] : text
  const prefix = enhanced ? `${enhanced} ` : ''
  return lines.map((line, place) => {
    const mark = place < lines.length - 1 ? '-' : ' '
    return `${code}${mark}${prefix}${oneLine(line)}`
  })
}

// A control character that came in with an argument must not split the reply.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const oneLine = (text: string) => text.replace(/[\x00-\x1f\x7f]/g, ' ')

export const tooBig = (limit: number): Reply =>
  reply('552 5.3.4', `Message is larger than the ${limit} octets that are allowed`)

export const internalError = reply('451 4.3.0', 'Internal error; see the log of mailhold')

const repliesToErrors: Partial<Record<ErrorCode, string>> = {
  storeFull: '452 4.3.1',
  storeFailed: '451 4.3.0',
  stopping: '421 4.3.2',
  tooBig: '552 5.3.4',
  tooMany: '451 4.3.2',
}

/** The reply for whatever was thrown; `isKnown` is false where the error itself must be logged. */
export function replyToError(error: unknown): { readonly reply: Reply; readonly isKnown: boolean } {
  const codes = error instanceof MailholdError ? repliesToErrors[error.code] : undefined
  if (codes === undefined || !(error instanceof MailholdError))
    return { reply: internalError, isKnown: false }
  return { reply: reply(codes, error.message), isKnown: true }
}

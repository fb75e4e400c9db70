// What a command answers: a status line, perhaps with lines or a message behind it (RFC 1939 §3).

import type { State } from './state.js'

/** RFC 2449 §8, RFC 3206: what programs may know about a refusal. */
export type ResponseCode = 'AUTH' | 'IN-USE' | 'SYS/TEMP' | 'SYS/PERM'

/** What follows the status line; the final dot is added when it is sent. */
export type Body =
  /** lines without line ends, none beginning with a dot */
  | { readonly kind: 'lines'; readonly lines: Iterable<string> }
  /** octets of a message in CRLF form, stuffed when they are sent; `size` is what was announced, `undefined` if nothing was */
  | {
      readonly kind: 'message'
      readonly octets: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
      readonly size: number | undefined
    }

export interface Reply {
  readonly line: string
  readonly body?: Body
  /** the state that the session is in from now on */
  readonly become?: State
  /** after the reply: negotiate TLS (RFC 2595 §4) */
  readonly startTls?: true
  /** counts towards the limit on senseless commands and wrong passwords */
  readonly triesPatience?: true
}

/** RFC 2449 §4: with CRLF. */
const longestStatusLine = 512

/** A status line that is certain to be one: printable ASCII within 512 octets, whatever a client put into it. */
const statusLine = (text: string): string => text.replace(/[^ -~]/gu, '?').slice(0, longestStatusLine - 2)

export const ok = (text: string, more: Omit<Reply, 'line'> = {}): Reply => ({
  ...more,
  line: statusLine(`+OK ${text}`),
})

export const refuse = (text: string, code?: ResponseCode): Reply => ({
  line: statusLine(code === undefined ? `-ERR ${text}` : `-ERR [${code}] ${text}`),
})

export const nonsense = (text: string): Reply => ({ ...refuse(text), triesPatience: true })

export const okLines = (text: string, lines: Iterable<string>): Reply =>
  ok(text, { body: { kind: 'lines', lines } })

// The forms in which a request may name what it wants (RFC 9112 §3.2).

import { type Authority, readAuthority } from './authority.js'

export type RequestTarget =
  /** `/v1/messages?q=x` */
  | { readonly form: 'origin'; readonly path: string }
  /** `http://host/v1/messages`: its authority counts instead of the Host header */
  | { readonly form: 'absolute'; readonly path: string; readonly authority: Authority }
  /** `OPTIONS *` */
  | { readonly form: 'asterisk' }

const absolute = /^https?:\/\/([^/?#]*)([^#]*)/i

/** `undefined` for a target in none of these forms. */
export function readTarget(text: string): RequestTarget | undefined {
  if (text.startsWith('/')) return { form: 'origin', path: text }
  if (text === '*') return { form: 'asterisk' }
  const match = absolute.exec(text)
  const authority = match && readAuthority(match[1] ?? '')
  if (!authority) return undefined
  const path = match[2] ?? ''
  return { form: 'absolute', authority, path: path.startsWith('/') ? path : `/${path}` }
}

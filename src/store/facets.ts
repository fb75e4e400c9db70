// Words that stand for whole facts of a message in the full-text index: an address, a domain, an inbox, a size.
// Writer and search make them by the same functions, so that what was written is what is looked for.

import { createHash } from 'node:crypto'
import type { AddressField } from '../query/syntax.js'

/** Stands in every message: what a bare negation is taken from. */
export const everyMessage = 'every'
export const withAttachment = 'attachment'

const roles: { readonly [Role in AddressField]: string } = {
  from: 'f',
  to: 't',
  cc: 'c',
  bcc: 'b',
  recipient: 'r',
}

/** Addresses and domains are compared without regard to case. */
export const fold = (text: string): string => text.toLowerCase()

export const addressFacet = (role: AddressField, address: string): string =>
  `${roles[role]}a${digest(fold(address))}`

export const domainFacet = (role: AddressField, domain: string): string =>
  `${roles[role]}d${digest(fold(domain))}`

export const inboxFacet = (inbox: string): string => `i${digest(inbox)}`
export const headerFacet = (name: string): string => `h${digest(fold(name))}`
export const messageIdFacet = (id: string): string => `m${digest(id)}`

/** The octave of a size: `s15` for 16384 to 32767. */
export const sizeFacet = (octets: number): string => `s${octave(octets)}`

/** Every octave that could hold a size above or below the bound; the exact size is compared afterwards. */
export function sizeFacets(bound: 'above' | 'below', octets: number): readonly string[] {
  const turn = octave(octets)
  const all = Array.from({ length: largestOctave + 1 }, (_, n) => n)
  return all.filter((n) => (bound === 'above' ? n >= turn : n <= turn)).map((n) => `s${n}`)
}

/** The domain of an address, without `@`; `undefined` where it has none. */
export function domainOf(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  return at < 0 ? undefined : address.slice(at + 1)
}

const largestOctave = 53
const octave = (octets: number): number =>
  octets < 1 ? 0 : Math.min(largestOctave, Math.floor(Math.log2(octets)) + 1)

const digests = new Map<string, string>()
const digestsAtMost = 5_000

/** 80 bits: no two addresses of one store meet by accident, and nobody can choose a meeting. Few texts come again and again. */
function digest(text: string): string {
  const known = digests.get(text)
  if (known !== undefined) return known
  const made = createHash('sha256').update(text).digest('hex').slice(0, 20)
  if (digests.size >= digestsAtMost) digests.clear()
  if (text.length < 200) digests.set(text, made)
  return made
}

// Addresses with `*`: what the index can narrow of them, and the exact comparison.

import type { Address } from '../../model/facts.js'
import type { AddressField } from '../../query/syntax.js'
import type { ListedAddresses } from '../addresses.js'
import { domainFacet, fold } from '../facets.js'
import { allOf, facets, type Narrowed, phrase, unknown } from './match.js'

/** Finds at least every address that the glob means: by its domain, and by the words of it that are whole. */
export function narrowGlob(role: AddressField, glob: string): Narrowed {
  const domain = /@([^@*]+)$/.exec(glob)?.[1]
  const words = wholeWords(glob).map((word) => phrase('addresses', word, false))
  const narrowed = allOf([
    ...(domain === undefined ? [] : [facets([domainFacet(role, domain)], false)]),
    ...words,
  ])
  return words.length === 0 && domain === undefined ? unknown : { ...narrowed, isExact: false }
}

/**
 * A pattern of SQL's `like` that the JSON text of every message that is meant fits; it costs a tenth of reading the JSON.
 * It asks for the longest run that is written in JSON as it is, and for one only: with many, `like` would try for ever.
 */
export function likePattern(glob: string): string {
  const [longest = ''] = (glob.match(/[a-z0-9@.+-]+/gi) ?? []).sort((a, b) => b.length - a.length)
  return `%${longest}%`
}

/** Runs of ASCII letters and digits that end at another ASCII character or at an end of the whole address. */
function wholeWords(glob: string): readonly string[] {
  const edge = /^$|[!-)+-/:-@[-`{-~]/
  return [...glob.matchAll(/[a-z0-9]+/gi)]
    .filter(({ 0: word, index }) => {
      const before = index === 0 ? '' : glob.charAt(index - 1)
      return edge.test(before) && edge.test(glob.charAt(index + word.length))
    })
    .map(({ 0: word }) => word)
}

/**
 * Whether one of the listed addresses of a message is meant; called by SQL as `address_matches(addresses, role, glob)`.
 * @param glob in lower case
 */
export function addressMatches(json: string, role: string, glob: string): number {
  const listed = JSON.parse(json) as ListedAddresses
  const addresses =
    role === 'recipient' ? listed.recipients : ofRole(listed, role).map(({ address }) => address)
  const parts = glob.split('*')
  return Number(addresses.some((address) => globMatches(parts, fold(address))))
}

function ofRole(listed: ListedAddresses, role: string): readonly Address[] {
  if (role === 'from' || role === 'to' || role === 'cc' || role === 'bcc') return listed[role]
  return []
}

/** Each part is looked for behind the one before: never more than one pass, whatever the glob. */
function globMatches(parts: readonly string[], text: string): boolean {
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return text === first
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false
  let at = first.length
  const end = text.length - last.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}

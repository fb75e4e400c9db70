// How an address is asked for, in searches and criteria alike, and whether an address is what was asked.

import { globToTest } from './glob.js'
import type { AddressPattern } from './syntax.js'

/** `<ada@example.com>` without its angle brackets. */
const bare = (text: string): string => (text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text)

/**
 * The pattern that a text with an `@` or a `*` names: `ada@example.com` is that address, `@example.com` every address of
 * that domain (not of its sub-domains), and `*` stands for any characters. Text with neither is an address without domain.
 */
export function addressPattern(text: string): AddressPattern {
  const address = bare(text.trim())
  if (/^\*?@[^*@]+$/.test(address)) return { form: 'domain', domain: address.slice(address.indexOf('@') + 1) }
  if (address.startsWith('@')) return { form: 'glob', glob: `*${address}` }
  if (address.includes('*')) return { form: 'glob', glob: address }
  return { form: 'exact', address }
}

/** A test of addresses, made once and used often. */
export function addressTest(pattern: AddressPattern, ignoreCase = true): (address: string) => boolean {
  const form = (text: string): string => (ignoreCase ? text.toLowerCase() : text).normalize()
  if (pattern.form === 'glob') {
    const fits = globToTest(form(pattern.glob))
    return (address) => fits(form(address))
  }
  const isExact = pattern.form === 'exact'
  const wanted = form(isExact ? pattern.address : pattern.domain)
  return (address) => form(isExact ? address : domainOf(address)) === wanted
}

/** What stands behind the last `@`; `''` for an address without domain. */
function domainOf(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? '' : address.slice(at + 1)
}

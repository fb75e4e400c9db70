// Header fields: compared on the facts themselves, because values are not in the index.

import type { MailFacts } from '../../model/facts.js'
import { unpackJson } from '../codec.js'
import { fold } from '../facets.js'

/**
 * Whether a field of that name contains the value; called by SQL as `header_contains(facts, name, value)`.
 * @param name in lower case
 * @param value in lower case
 */
export function headerContains(facts: Uint8Array, name: string, value: string): number {
  const { headers } = unpackJson<MailFacts>(facts)
  return Number(headers.some((field) => fold(field.name) === name && fold(field.value).includes(value)))
}

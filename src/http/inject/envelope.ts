// The envelope of a message that is handed over, made of what people and headers write.

import type { Envelope, EnvelopeRecipient, ReversePath } from '../../model/envelope.js'
import { badInput } from '../errors/problem.js'
import { addressesIn } from './address-list.js'
import type { Field } from './header-block.js'

const recipient = (address: string): EnvelopeRecipient => ({ address, raw: address, parameters: [] })

export const reversePath = (address: string): ReversePath => ({ address, raw: address, parameters: [] })

export function envelopeOf(from: string, to: readonly string[]): Envelope {
  return { from: reversePath(from), to: to.map(recipient) }
}

/** Who the header says it is from and for; each recipient once, in order. */
export function envelopeFromHeader(fields: readonly Field[]): Envelope {
  const named = (name: string) =>
    fields.flatMap((field) => (field.name === name ? addressesIn(field.value) : []))
  const sender = named('return-path')[0] ?? named('sender')[0] ?? named('from')[0] ?? ''
  return envelopeOf(sender, [...new Set([...named('to'), ...named('cc'), ...named('bcc')])])
}

/** @throws MailholdError `badInput` naming `path` when a text holds no address, or what no address has */
export function requireAddresses(texts: readonly string[], path: string): string[] {
  return texts.flatMap((text) => {
    const found = addressesIn(text)
    if (found.length > 0 && !hasControls(text)) return found
    const form = hasControls(text) ? 'without control characters' : 'like ada@example.com'
    throw badInput(path, `"${path}" must be an address ${form}, got ${JSON.stringify(text.slice(0, 100))}.`)
  })
}

/**
 * One address, or none for the null path.
 * @throws MailholdError `badInput` naming `path`
 */
export function requireSender(text: string, path: string): string {
  if (/^\s*(?:<\s*>)?\s*$/.test(text) && !hasControls(text)) return ''
  const [sender = '', ...others] = requireAddresses([text], path)
  if (others.length === 0) return sender
  throw badInput(path, `"${path}" must be one address, got ${others.length + 1}: an envelope has one sender.`)
}

/** Folded lines and tabs are blanks (RFC 5322 §2.2.3). */
const hasControls = (text: string): boolean => /\p{Cc}/u.test(text.replace(/\r?\n(?=[ \t])|\t/g, ''))

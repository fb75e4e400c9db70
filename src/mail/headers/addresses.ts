// Address fields (RFC 5322 §3.4): mailboxes and groups, in whatever shape they come.

import addressparser from 'nodemailer/lib/addressparser'
import type { Address } from '../../model/facts.js'
import { limits } from '../limits.js'
import type { ProblemList } from '../problems.js'
import { decodeWords } from './encoded-words.js'

// nearly every field: one mailbox without anything that needs a grammar
const simple =
  /^(?:(?:"([\w.-]+(?: [\w.-]+)*)"|([\w.-]+(?: [\w.-]+)*)) <([\w.+-]+@[\w.-]+)>|([\w.+-]+@[\w.-]+))$/

/**
 * The mailboxes of an unfolded field body with nothing decoded yet; members stand in their group's place. Words are decoded after the
 * structure is read, so that a comma inside an encoded word separates nothing (RFC 2047 §6.2).
 */
export function readAddresses(text: string, field: string, problems?: ProblemList): Address[] {
  if (text.trim() === '') return []
  const one = simple.exec(text)
  if (one) return [{ name: one[1] ?? one[2] ?? '', address: one[3] ?? one[4] ?? '' }]
  const found = addressparser(text, { flatten: true })
  if (found.length > limits.addresses) problems?.add('tooManyAddresses', field, field)
  return found.slice(0, limits.addresses).flatMap((entry) => {
    if (entry.name === '' && entry.address === '') return []
    const name = decodeWords(entry.name, problems, field)
    const address = decodeWords(entry.address, problems, field)
    if (!/^[^@]+@[^@]+$|^"(?:[^"\\]|\\.)*"@[^@]+$/.test(address))
      problems?.add('badAddress', address || name, field)
    return [{ name, address }]
  })
}

// Header fields as Go's net/mail gives them: by canonical name in alphabetical order, each a list of values as sent.

import type { Message } from '../../../model/message.js'

/** Names come from mail, so the object is made from entries, never by assignment. */
export function headersForm({ facts }: Message): Readonly<Record<string, readonly string[]>> {
  const values = new Map<string, string[]>()
  for (const { name, raw } of facts.headers) {
    const key = canonical(name)
    values.set(key, [...(values.get(key) ?? []), unfolded(raw)])
  }
  return Object.fromEntries([...values].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** `MIME-VERSION` → `Mime-Version` */
const canonical = (name: string): string =>
  name.toLowerCase().replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase())

// RFC 5322 §2.2.3; the blanks of a fold become one
const unfolded = (raw: string): string => raw.replace(/\r?\n[ \t]+/g, ' ').trim()

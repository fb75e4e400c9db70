// The names under which MailDev hands out attachments: safe in a path, and each of its own within a message.

import type { Attachment } from '../../../model/facts.js'
import { safeName } from '../../octets/disposition.js'

/** In the order of the attachments. A name that was given already gets a number: `bill.pdf`, `bill-1.pdf`. */
export function generatedNames(attachments: readonly Attachment[]): readonly string[] {
  const given = new Set<string>()
  // thousands of one name would otherwise try all numbers before theirs
  const nextNumber = new Map<string, number>()
  return attachments.map(({ filename }) => {
    const name = safeName(filename).replaceAll('%', '_')
    let free = name
    let number = nextNumber.get(name) ?? 1
    for (; given.has(free); number++) free = numbered(name, number)
    nextNumber.set(name, number)
    given.add(free)
    return free
  })
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)}-${number}${name.slice(dot)}` : `${name}-${number}`
}

// The names under which MailDev hands out attachments: safe in a path, and each of its own within a message.

import type { Attachment } from '../../../model/facts.js'
import { safeName } from '../../octets/disposition.js'

/** In the order of the attachments. A name that was given already gets a number: `bill.pdf`, `bill-1.pdf`. */
export function generatedNames(attachments: readonly Attachment[]): readonly string[] {
  const given = new Set<string>()
  return attachments.map(({ filename }) => {
    const name = firstFree(safeName(filename).replaceAll('%', '_'), given)
    given.add(name)
    return name
  })
}

function firstFree(name: string, given: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  let free = name
  for (let number = 1; given.has(free); number++) free = `${stem}-${number}${ending}`
  return free
}

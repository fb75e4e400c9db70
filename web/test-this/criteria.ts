// What a test would expect of the mail on screen: what says which mail it is, without what is another value the next time. Pure.

import type { Message } from '../server/api.js'

/** As `/v1/wait` takes it. */
export interface Expected {
  readonly to?: string
  readonly from?: string
  readonly subject?: string | { readonly glob: string }
  readonly link?: string | { readonly href: string }
  readonly code?: { readonly exists: true }
  readonly attachment?: string
}

export function expectedOf(message: Message): Expected {
  const { from, envelope, subject, links, codes, attachments } = message
  const to = envelope.to[0]
  const link = links.find(({ text }) => text.trim() !== '' && !isVolatile(text))
  const file = attachments.find(
    ({ filename, disposition }) => filename !== '' && disposition === 'attachment',
  )
  return {
    ...(from && from.address !== '' && { from: from.address }),
    ...(to !== undefined && to !== '' && { to: steadyAddress(to) }),
    ...(subject.trim() !== '' && {
      subject: steadySubject(
        subject,
        codes.map(({ value }) => value),
      ),
    }),
    ...(link && { link: link.text.trim().slice(0, 80) }),
    ...(codes.length > 0 && { code: { exists: true } }),
    ...(file && { attachment: steady(file.filename) }),
  }
}

/** Runs of digits, identifiers of machines, and months: they change from mail to mail. */
const volatile =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b(?=[a-z]*\d)[a-z\d]{10,}\b|\b(?=[a-z]*\d[a-z\d]*\b)[a-z\d]*\d{3,}[a-z\d]*\b|\d{2,}(?:[\s.,:/-]\d+)*/giu

const isVolatile = (text: string): boolean => text.search(volatile) >= 0

/** The text with `*` for what changes. */
const steady = (text: string): string => text.replace(volatile, '*').replace(/\*(?:[^\p{L}]*\*)+/gu, '*')

function steadySubject(subject: string, codes: readonly string[]): string | { readonly glob: string } {
  const line = subject.replace(/\s+/g, ' ').trim()
  // the server's own * in a glob stands for itself nowhere, so a subject that holds one is matched with it
  const without = codes.reduce((text, code) => text.replaceAll(code, '*'), line)
  const glob = steady(without)
  return glob === line && !line.includes('*') ? line : { glob }
}

/** Of an address with a made-up part only the domain is sure. */
const steadyAddress = (address: string): string => {
  const at = address.lastIndexOf('@')
  return isVolatile(address.slice(0, at)) ? `*${address.slice(at)}` : address
}

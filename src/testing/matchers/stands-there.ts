// What a mail in hand shows by itself: a value that stands in it, character by character, however values are compared.

import type { Criteria, Mail } from '../../client/client.js'

/** The values of a mail that a bare text may be the same as, by the criterion that asks for it. */
const valuesOf: Readonly<Partial<Record<keyof Criteria, (mail: Mail) => readonly string[]>>> = {
  subject: ({ subject }) => [subject],
  recipient: ({ envelope }) => envelope.to,
  link: ({ links }) => links.flatMap(({ text, href }) => [text, href]),
  code: ({ codes }) => codes.map(({ value }) => value),
  attachment: ({ attachments }) => attachments.map(({ filename }) => filename),
}

/** Whether the server's verdict is certain to be yes. Everything else is for the server to say, which also knows why not. */
export const standsThere = (mail: Mail, criteria: Criteria): boolean =>
  Object.entries(criteria).every(([name, value]) => {
    const values = valuesOf[name as keyof Criteria]?.(mail) ?? []
    return typeof value === 'string' && isPlain(value) && values.includes(value)
  })

/** Has no character that a pattern or the angle brackets of an address could make something else of. */
const isPlain = (value: string): boolean => /\S/.test(value) && !/[*<>]/.test(value) && !value.startsWith('@')

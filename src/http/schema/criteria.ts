// The schema of the criteria grammar. It describes; the mailroom reads, because it can say what was meant.

import type { TSchema } from 'typebox'
import { Type } from './typebox.js'
import { exactly, flag } from './words.js'

// what is written in terms of itself is named; where it stands under that name differs from document to document
const named = (name: string) => Type.Unsafe<unknown>({ $ref: `#/components/schemas/${name}` })

const wanted = (description: string) => Type.String({ maxLength: 10_000, description })
const filled = (description: string) => Type.String({ minLength: 1, maxLength: 10_000, description })
const octets = (description: string) =>
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description })
const orOperators = <Schema extends TSchema>(bare: string, operators: Schema) =>
  Type.Union([Type.String({ maxLength: 10_000, description: bare }), operators])

const operators = {
  equals: Type.Optional(wanted('the whole value')),
  contains: Type.Optional(filled('a part of the value')),
  startsWith: Type.Optional(filled('its beginning')),
  endsWith: Type.Optional(filled('its end')),
  glob: Type.Optional(wanted('the whole value, `*` standing for any characters')),
  matches: Type.Optional(
    Type.String({ minLength: 1, maxLength: 500, description: 'RE2 syntax, found anywhere in the value' }),
  ),
  not: Type.Optional(
    Type.Union([Type.String({ maxLength: 10_000 }), named('TextOperators')], {
      description: 'no value may fulfil this',
    }),
  ),
  exists: Type.Optional(flag('whether there is such a value at all')),
  ignoreCase: Type.Optional(flag('for all operators beside it')),
}

export const TextOperators = exactly('TextOperators', operators)

const text = (bare: string) => Type.Optional(orOperators(bare, TextOperators))

const SizeRange = Type.Object(
  { min: Type.Optional(octets('at least')), max: Type.Optional(octets('at most')) },
  { title: 'SizeRange', additionalProperties: false, minProperties: 1 },
)
const size = Type.Optional(Type.Union([octets('exactly'), SizeRange], { description: 'octets' }))

const LinkOperators = exactly('LinkOperators', {
  ...operators,
  text: text('bare: contains, case ignored'),
  href: text('bare: equals'),
})

const AttachmentOperators = exactly('AttachmentOperators', {
  ...operators,
  filename: text('bare: glob'),
  contentType: text('bare: glob, case ignored'),
  size,
})

const HeaderCriterion = exactly('HeaderCriterion', {
  name: Type.String({ pattern: '^[!-9;-~]{1,200}$', description: 'of the header field' }),
  ...operators,
})

const address = 'equals, case ignored; `*` allowed; `@example.com` a domain'

export const Criteria = exactly('Criteria', {
  from: text(`address in the From field: ${address}`),
  to: text(address),
  cc: text(address),
  bcc: text(`in the Bcc field, or in the envelope alone: ${address}`),
  recipient: text(`in the envelope: ${address}`),
  replyTo: text(address),
  subject: text('equals, after collapsing white space'),
  body: text('the text, or the text that a person sees of the HTML, contains it'),
  text: text('the text part contains it'),
  html: text('the HTML, or the text that a person sees of it, contains it'),
  link: Type.Optional(
    orOperators('its visible text contains it, case ignored, or its href equals it', LinkOperators),
  ),
  code: text('a one-time code equals it'),
  attachment: Type.Optional(orOperators('a glob of the file name', AttachmentOperators)),
  tag: text('equals'),
  inbox: text('equals'),
  id: text('equals'),
  messageId: text('equals, with or without angle brackets'),
  header: Type.Optional(HeaderCriterion),
  size,
})

// Query parameters are text; this makes of each what its schema asks for, and leaves alone what has another form, for the validator to refuse.

import type { TSchema } from 'typebox'

type Reader = (value: string | readonly string[]) => unknown

const one =
  (read: (text: string) => unknown): Reader =>
  (value) =>
    typeof value === 'string' ? read(value) : value

const words: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }

const readers: Readonly<Record<string, Reader>> = {
  integer: one((text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text)),
  boolean: one((text) => (Object.hasOwn(words, text) ? words[text] : text)),
  array: (value) => (typeof value === 'string' ? [value] : value).flatMap((text) => text.split(',')),
}

/** @param input the parsed query string: a text, or a list for a parameter that is given more than once */
export function readParameters(input: unknown, schema: TSchema): Record<string, unknown> {
  const properties = 'properties' in schema && isRecord(schema.properties) ? schema.properties : {}
  const given = isRecord(input) ? Object.entries(input) : []
  return Object.fromEntries(given.map(([name, value]) => [name, readOne(value, ownMember(properties, name))]))
}

function readOne(value: unknown, schema: unknown): unknown {
  const type = isRecord(schema) && typeof schema.type === 'string' ? schema.type : ''
  const reader = readers[type]
  return reader && isText(value) ? reader(value) : value
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isText = (value: unknown): value is string | string[] =>
  typeof value === 'string' || Array.isArray(value)

const ownMember = (of: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(of, name) ? of[name] : undefined

// A schema in a few words of Markdown: `text`, `number`, `list of [Address](#address)`, `"a"` or `"b"`.

import type { Schema } from './open-api.js'

const simple: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: '`null`',
  object: 'object',
}

export function typeText(schema: Schema | undefined): string {
  if (!schema) return 'anything'
  if (schema.$ref) return linkTo(schema.$ref)
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return schema.enum.map(literal).join(' or ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(typeText))].join(' or ')
  if (schema.type === 'array') return `list of ${typeText(schema.items)}`
  if (schema.properties && Object.keys(schema.properties).length > 0) return inline(schema.properties)
  if (schema.format === 'date-time') return 'time'
  return simple[schema.type ?? ''] ?? 'anything'
}

const literal = (value: unknown): string => `\`${JSON.stringify(value)}\``

function linkTo(reference: string): string {
  const name = reference.split('/').at(-1) ?? ''
  return `[${name}](#${name.toLowerCase()})`
}

const inline = (properties: Readonly<Record<string, Schema>>): string =>
  `object of ${Object.entries(properties)
    .map(([name, schema]) => `\`${name}\` (${typeText(schema)})`)
    .join(', ')}`

/** Fit for a cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()

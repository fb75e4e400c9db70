// Small words that the schemas are made of.

import type { TProperties, TSchema } from 'typebox'
import { Type } from './typebox.js'

/** An object with exactly these members. Its title is its name in the OpenAPI document. */
export const exactly = <Properties extends TProperties>(title: string, properties: Properties) =>
  Type.Object(properties, { title, additionalProperties: false })

/** `null` says that there is none; the member is always there. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const text = (description?: string) => Type.String(description ? { description } : {})

/** RFC 3339 UTC with milliseconds. */
export const time = (description = 'RFC 3339, UTC, milliseconds') =>
  Type.String({ format: 'date-time', description })

export const count = (description?: string) =>
  Type.Integer(description ? { minimum: 0, description } : { minimum: 0 })

export const cursorText = Type.String({
  description: 'a position in the order in which messages were committed; opaque',
})

export const listOf = <Schema extends TSchema>(schema: Schema, description?: string) =>
  Type.Array(schema, description === undefined ? {} : { description })

export const flag = (description: string) => Type.Boolean({ description })

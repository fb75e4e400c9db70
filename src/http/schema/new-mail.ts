// Schema of the JSON body of `POST /v1/messages`.

import { Type } from './typebox.js'
import { exactly } from './words.js'

const AddressText = Type.String({ minLength: 1, maxLength: 10_000 })

const Addresses = Type.Union([AddressText, Type.Array(AddressText, { minItems: 1, maxItems: 1000 })])

export const NewAttachment = exactly('NewAttachment', {
  filename: Type.Optional(Type.String({ maxLength: 1000 })),
  // no two repetitions beside each other may take the same character: a run of blanks would take minutes
  content: Type.String({ description: 'base64', pattern: '^[A-Za-z0-9+/\\s]*(?:=\\s*){0,2}$' }),
  contentType: Type.Optional(
    Type.String({ description: 'a media type such as image/png', pattern: '^[\\w.+-]+/[\\w.+-]+$' }),
  ),
  contentId: Type.Optional(
    Type.String({
      description: 'a Content-ID without angle brackets and blanks',
      minLength: 1,
      maxLength: 200,
      pattern: '^[^<>\\s]+$',
    }),
  ),
})

export const NewMail = exactly('NewMail', {
  from: Type.String({ minLength: 1, maxLength: 10_000, description: '`Ada <ada@example.com>`' }),
  to: Type.Optional(Addresses),
  cc: Type.Optional(Addresses),
  bcc: Type.Optional(Addresses),
  subject: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  html: Type.Optional(Type.String()),
  attachments: Type.Optional(Type.Array(NewAttachment, { maxItems: 100 })),
})

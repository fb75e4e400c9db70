// Schemas of fault rules.

import { Type } from './typebox.js'
import { count, exactly, listOf, orNull, text, time } from './words.js'

export const FaultStage = Type.Enum(['connect', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'accept'])

const pattern = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 500, description }))

export const FaultWhere = exactly('FaultWhere', {
  inbox: pattern('as far as it is known at that stage'),
  recipient: pattern('an address, `@example.com` or a pattern with `*`; from stage rcpt on'),
  sender: pattern('the same for MAIL FROM; from stage mail on'),
})

export const FaultAction = exactly('FaultAction', {
  reply: Type.Optional(Type.String({ maxLength: 1000, description: 'a refusal: `451 4.3.0 try later`' })),
  delay: Type.Optional(Type.String({ maxLength: 40, description: 'how long the reply is held back: `2s`' })),
  drop: Type.Optional(Type.Literal(true, { description: 'close the connection without a reply' })),
  dropAfterKeep: Type.Optional(
    Type.Literal(true, { description: 'keep the message and close before its 250; stage accept' }),
  ),
})

export const NewFault = exactly('NewFault', {
  where: Type.Optional(FaultWhere),
  stage: FaultStage,
  do: FaultAction,
  times: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description: 'how often it fires; for ever unless given',
    }),
  ),
  after: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      description: 'how many occasions pass before the first time',
    }),
  ),
  chance: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 100,
      description: 'of a hundred occasions it fires at about so many; at every one unless given',
    }),
  ),
})

export const Fault = exactly('Fault', {
  id: text(),
  where: FaultWhere,
  stage: FaultStage,
  do: FaultAction,
  times: orNull(count('null: for ever')),
  after: count(),
  chance: Type.Number({ description: 'of a hundred; 100: at every occasion' }),
  fired: count('how often it fired'),
  left: orNull(count('how often it will fire yet; null: for ever')),
  createdAt: time(),
  url: text('absolute path'),
})

export const FaultList = exactly('FaultList', { faults: listOf(Fault) })

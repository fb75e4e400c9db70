import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseSearch } from '#mailhold/query/parse-search.js'
import type { AddressPattern, Condition, Expression } from '#mailhold/query/syntax.js'
import { printSearch } from './print-search.js'

const place = (text: string) =>
  text.startsWith('s') ? { seq: Number(text.slice(1)) } : { time: Number(text.slice(1)) }

const hasWord = /[\p{L}\p{N}\p{Co}]/u
const words = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => hasWord.test(text))
const name = fc.stringMatching(/^[a-z0-9._+"]{1,8}$/)
const domain = fc.stringMatching(/^[a-z0-9-]{1,6}\.test$/)
const pattern: fc.Arbitrary<AddressPattern> = fc.oneof(
  fc.tuple(name, domain).map(([local, host]) => ({ form: 'exact' as const, address: `${local}@${host}` })),
  domain.map((host) => ({ form: 'domain' as const, domain: host })),
  fc.tuple(name, name).map(([left, right]) => ({ form: 'glob' as const, glob: `${left}*${right}` })),
)
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom('text' as const, 'subject' as const, 'body' as const, 'filename' as const),
    words,
    prefix: fc.constant(false),
  }),
  fc.record({
    field: fc.constant('text' as const),
    words: name.map((text) => `${text}x`),
    prefix: fc.boolean(),
  }),
  fc.record({
    field: fc.constantFrom(
      'from' as const,
      'to' as const,
      'cc' as const,
      'bcc' as const,
      'recipient' as const,
    ),
    pattern,
  }),
  fc.record({
    field: fc.constant('header' as const),
    name: fc.constantFrom('X-Mailer', '__proto__', 'Subject'),
    value: fc.option(fc.string({ maxLength: 8 }), { nil: undefined }),
  }),
  fc.record({ field: fc.constant('messageId' as const), id: name }),
  fc.record({ field: fc.constant('inbox' as const), name: fc.stringMatching(/^[a-z0-9-]{1,40}$/) }),
  fc.record({ field: fc.constant('tag' as const), name: fc.string({ minLength: 1, maxLength: 8 }) }),
  fc.constant({ field: 'has' as const, thing: 'attachment' as const }),
  fc.record({ field: fc.constant('is' as const), read: fc.boolean() }),
  fc.record({
    field: fc.constantFrom('after' as const, 'before' as const),
    place: fc.oneof(fc.record({ seq: fc.nat() }), fc.record({ time: fc.nat() })),
  }),
  fc.record({ field: fc.constantFrom('larger' as const, 'smaller' as const), octets: fc.nat() }),
)

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition.map((is) => ({ kind: 'is' as const, condition: is })),
    tie('expression').map((operand) => ({ kind: 'not' as const, operand })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, operands]) => ({ kind, operands })),
  ),
}))

it('a tree that is written as text and read again is the same tree', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const text = printSearch(tree)
      fc.pre(text.length <= 2000 && (text.match(/:|"/g)?.length ?? 0) < 100)

      expect(parseSearch(text, { place })).toEqual(tree)
    }),
    { numRuns: 500 },
  )
})

it('any text at all is either read or refused as bad input', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '-',
    'OR',
    '"',
    '*',
    ':',
    'from:',
    'header:',
    '=',
    '\\',
    ' ',
    'a',
    'é',
    '\0',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        try {
          parseSearch(text, { place })
        } catch (error) {
          expect(error).toMatchObject({ name: 'MailholdError', code: 'badInput', details: { path: 'q' } })
        }
      },
    ),
    { numRuns: 2000 },
  )
})

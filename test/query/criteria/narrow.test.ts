import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allPass, compileCriteria } from '#mailhold/query/criteria/compile-criteria.js'
import { matches } from '#mailhold/query/match-search.js'
import { makeSubject, person } from '../messages.js'

const piece = fc.constantFrom(
  'Ada',
  'ada',
  'b',
  'é',
  'e\u0301',
  ' ',
  '  ',
  '-',
  '@',
  '.',
  '*',
  'x.test',
  '日本',
  '_',
  'B',
)
const text = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''))
const operator = fc.constantFrom('equals', 'contains', 'startsWith', 'endsWith', 'glob')
const field = fc.constantFrom('subject', 'from', 'to', 'recipient', 'tag', 'messageId')

it('what a store is asked beforehand never leaves out a mail that fulfils the criteria', () => {
  let fulfilled = 0
  fc.assert(
    fc.property(
      field,
      operator,
      text,
      fc.nat(8),
      fc.nat(8),
      fc.boolean(),
      (name, verb, value, cut, keep, isBare) => {
        const mail = makeSubject({
          summary: { tags: [value] },
          rcpt: [value],
          facts: { subject: value, from: [person(value)], to: [person(value)], messageId: value },
        })
        const wanted =
          verb === 'equals' || keep === 0 ? value : value.slice(cut % value.length).slice(0, keep)
        fc.pre(wanted.trim() !== '')
        const compiled = compileCriteria({ [name]: isBare ? value : { [verb]: wanted } })
        const holds = allPass(compiled.evaluate(mail))
        if (!holds) return

        fulfilled += 1
        expect(matches(compiled.narrow, mail)).toBe(true)
      },
    ),
    { numRuns: 5000 },
  )
  expect(fulfilled).toBeGreaterThan(1000)
})

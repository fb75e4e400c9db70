import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAll } from '#mailhold/assert/order.js'
import { readAssertion } from '#mailhold/assert/read-expectation.js'
import { deadline, tallyOf } from './evidence.js'

/** Each letter is a mail with that subject, in the order of commits. */
function assertOf(
  expected: readonly object[],
  mails: string,
  order: 'strict' | undefined,
  isDeadline: boolean,
) {
  const plan = readAssertion({ expectations: expected, ...(order ? { order } : {}) })
  const sketches = [...mails].map((subject) => ({ facts: { subject } }))
  const moment = { ...deadline, isDeadline, isQuiet: true }
  return decideAll(
    plan,
    plan.plans.map((one) => ({ tally: tallyOf(one, sketches), moment })),
  )
}

const one = (subject: string, count?: object | number) => ({
  match: { subject },
  ...(count === undefined ? {} : { count }),
})
const abc = [one('A'), one('B'), one('C')]

describe('strict order', () => {
  const rows = [
    ['holds for mails in order', abc, 'ABC', 'pass'],
    ['does not mind other mails between', abc, 'xAxxBxCx', 'pass'],
    ['is open while mails are missing', abc, 'AB', undefined],
    ['fails as soon as a mail comes before its time', abc, 'AC', 'order 2'],
    ['fails for a swap', abc, 'BAC', 'order 1'],
    ['does not mind an earlier mail coming again', abc, 'ABAC', 'pass'],
    ['counts a mail once: two reminders need two mails', [one('R'), one('R'), one('F')], 'R', undefined],
    ['holds for two reminders', [one('R'), one('R'), one('F')], 'RRF', 'pass'],
    ['fails for one reminder only', [one('R'), one('R'), one('F')], 'RF', 'order 2'],
    ['deals exact counts', [one('R', 2), one('F', 1)], 'RRF', 'pass'],
    [
      'fails with too many of an exact count, wherever they come',
      [one('R', 1), one('F', 1)],
      'RFR',
      'tooMany 0',
    ],
    [
      'lets an early mail of a kind count for its first expectation',
      [one('R'), one('B', 2), one('R')],
      'RBRBR',
      'pass',
    ],
    ['passes over what may be absent', [one('A'), one('B', { max: 1 }), one('C')], 'AC', 'pass'],
    ['lets a mail that may be absent come', [one('A'), one('B', { max: 1 }), one('C')], 'ABC', 'pass'],
  ] as const
  for (const [what, expected, mails, result] of rows) {
    it(`${what} (${mails})`, () => {
      const outcome = assertOf(expected, mails, 'strict', false)

      const failed = outcome?.outcomes.flatMap((each, at) =>
        each.pass || each.reason === 'stopped' ? [] : [`${each.reason} ${at}`],
      )
      expect(outcome && (outcome.pass ? 'pass' : failed?.[0])).toBe(result)
    })
  }

  it('names the mail that came too early', () => {
    const outcome = assertOf(abc, 'AC', 'strict', false)

    expect(outcome?.wrong).toMatchObject({ expectation: 2, before: 1, message: { id: 'm2' } })
    expect(outcome?.outcomes).toEqual([
      { pass: true },
      { pass: false, reason: 'stopped' },
      { pass: false, reason: 'order' },
    ])
  })

  it('knows what came, and for which expectation, whatever the order was', () => {
    const outcome = assertOf([one('A'), one('B'), one('C')], 'BxACB', 'strict', false)

    expect(outcome?.outcomes).toEqual([{ pass: true }, { pass: false, reason: 'order' }, { pass: true }])
    expect(outcome?.tallies.map(({ matched }) => matched.map(({ id }) => id))).toEqual([
      ['m3'],
      ['m1', 'm5'],
      ['m4'],
    ])
    expect(outcome?.wrong?.order.map(({ message, takers }) => [message.id, ...takers])).toEqual([
      ['m1', 1],
      ['m3', 0],
      ['m4', 2],
      ['m5', 1],
    ])
  })

  it('counts for each expectation the mails that were dealt to it', () => {
    const outcome = assertOf([one('R'), one('R'), one('F')], 'RRRF', 'strict', false)

    expect(outcome?.tallies.map(({ matched }) => matched.map(({ id }) => id))).toEqual([
      ['m1'],
      ['m2', 'm3'],
      ['m4'],
    ])
  })

  it('says the same whether the mails were there before or came one by one', () => {
    const letters = fc.array(fc.constantFrom('A', 'B', 'C', 'x'), { maxLength: 8 })
    fc.assert(
      fc.property(letters, (mails) => {
        const whole = assertOf(abc, mails.join(''), 'strict', true)
        const first = mails
          .map((_, at) => assertOf(abc, mails.slice(0, at + 1).join(''), 'strict', false))
          .find((outcome) => outcome !== undefined)
        if (first) expect(whole?.pass).toBe(first.pass)
      }),
    )
  })
})

describe('any order', () => {
  it('holds for mails in any order', () => {
    expect(assertOf(abc, 'CAB', undefined, false)?.pass).toBe(true)
  })

  it('is decided by the first failure', () => {
    expect(assertOf([one('A'), one('B', 0)], 'B', undefined, false)?.outcomes).toEqual([
      { pass: false, reason: 'stopped' },
      { pass: false, reason: 'tooMany' },
    ])
  })

  it('names all that is missing at the deadline', () => {
    expect(assertOf(abc, 'B', undefined, true)?.outcomes.map(({ pass }) => pass)).toEqual([
      false,
      true,
      false,
    ])
  })
})

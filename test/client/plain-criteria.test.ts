import { runInNewContext } from 'node:vm'
import { expect as jestExpect } from 'expect'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criteria } from '#mailhold/client/client.js'
import { plainAssertion, plainCriteria, plainExpectation } from '#mailhold/client/plain-criteria.js'

describe('a regular expression', () => {
  it.each([
    [{ subject: /Confirm/ }, { subject: { matches: 'Confirm' } }],
    [{ subject: /confirm/i }, { subject: { matches: 'confirm', ignoreCase: true } }],
    [{ subject: { matches: /^a/i } }, { subject: { matches: '^a', ignoreCase: true } }],
    [{ subject: { not: /a/ } }, { subject: { not: { matches: 'a' } } }],
    [
      { link: { text: /^go/i, href: /^https:/ } },
      { link: { text: { matches: '^go', ignoreCase: true }, href: { matches: '^https:' } } },
    ],
    [{ header: { name: 'X-A', matches: /b/ } }, { header: { name: 'X-A', matches: 'b' } }],
    [{ subject: /caf\u00e9|\\u00e9/ }, { subject: { matches: 'caf\\x{00e9}|\\\\u00e9' } }],
  ])('%o becomes %o', (written, plain) => {
    expect(plainCriteria(written)).toEqual(plain)
  })

  it('of another realm is one, too', () => {
    expect(plainCriteria({ subject: runInNewContext('/a/i') })).toEqual({
      subject: { matches: 'a', ignoreCase: true },
    })
  })

  it.each([
    [
      /a/g,
      '/a/g has the flag g; criteria take only i (as ignoreCase). Leave it out: a pattern is found anywhere, and once is enough.',
    ],
    [
      /a/ims,
      "/a/ims has the flag m; criteria take only i (as ignoreCase). Give it as a text that begins with (?m): { matches: '(?m)^…' }.",
    ],
    [
      /a/u,
      '/a/u has the flag u; criteria take only i (as ignoreCase). Leave it out: everything is compared as Unicode.',
    ],
    [/a/d, '/a/d has the flag d; criteria take only i (as ignoreCase). Leave it out.'],
  ])('%s is refused with the flag and the remedy', (pattern, sentence) => {
    expect(() => plainCriteria({ subject: pattern })).toThrow(new TypeError(sentence))
  })
})

describe('criteria', () => {
  it('whose member is undefined are refused, for they would fit any mail', () => {
    expect(() => plainExpectation({ match: JSON.parse('{}', () => ({ subject: undefined })) })).toThrow(
      'match.subject is undefined: give it a value or leave it out',
    )
  })

  it.each([
    [expect.stringContaining('x'), 'StringContaining', '{ contains: "x" }'],
    [expect.not.stringContaining('x'), 'StringNotContaining', '{ not: { contains: "x" } }'],
    [expect.stringMatching(/x/i), 'StringMatching', '/x/i'],
    [expect.not.stringMatching('x'), 'StringNotMatching', '{ not: /x/ }'],
    [expect.anything(), 'Anything', '{ exists: true }'],
    [expect.any(String), 'Any', '{ exists: true }'],
    [expect.arrayContaining(['x']), 'ArrayContaining', 'an operator such as { contains: "x" }'],
    [jestExpect.stringContaining('x'), 'StringContaining', '{ contains: "x" }'],
    [jestExpect.stringMatching(/x/), 'StringMatching', '/x/'],
  ])('that are %s are refused, with what to write', (matcher, name, instead) => {
    expect(() => plainCriteria({ subject: matcher })).toThrow(
      new TypeError(`criteria.subject is ${name} of expect, but the server judges: write ${instead}`),
    )
  })

  it('as a whole are no matcher of expect either', () => {
    expect(() => plainExpectation({ match: expect.objectContaining({ subject: 'x' }) })).toThrow(
      'match is ObjectContaining of expect, but the server judges: write its members alone',
    )
  })

  it('that are functions are refused, for they would be lost on the way', () => {
    const subject: Criteria = JSON.parse('{"subject":""}', (name, value) =>
      name === 'subject' ? () => true : value,
    )

    expect(() => plainExpectation({ match: subject })).toThrow('match.subject is a function')
  })

  it('are made plain in every place of an expectation', () => {
    const plain = { matches: 'a' }

    expect(
      plainAssertion({
        expectations: [{ match: { subject: /a/ }, each: [{ text: /a/ }], until: { subject: /a/ }, count: 1 }],
      }),
    ).toEqual({
      expectations: [
        { match: { subject: plain }, each: [{ text: plain }], until: { subject: plain }, count: 1 },
      ],
    })
  })

  it('stand beside times, whose milliseconds get their unit', () => {
    const times = { timeout: 5000, settle: 0.2 }
    const plain = { timeout: '5000ms', settle: '1ms' }

    expect(plainExpectation({ match: {}, ...times })).toEqual({ match: {}, ...plain })
    expect(plainAssertion({ ...times, expectations: [{ match: {}, timeout: '1s' }] })).toEqual({
      ...plain,
      expectations: [{ match: {}, timeout: '1s' }],
    })
  })

  it('without regular expressions go over as they are, right or wrong', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(plainCriteria(value)).toEqual(value)
      }),
    )
  })
})

import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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

  it('without regular expressions go over as they are, right or wrong', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(plainCriteria(value)).toEqual(value)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from '#mailhold/assert/excerpt.js'
import { compileCriteria } from '#mailhold/query/criteria/compile-criteria.js'
import type { Criteria } from '#mailhold/query/criteria/criteria.js'
import { makeSubject, type Sketch } from '../query/messages.js'

/** What is shown of the first criterion. */
function shown(match: Criteria, { text = '', html }: { text?: string; html?: string }): string | null {
  const bodies: Sketch['bodies'] = { text, html, htmlText: html?.replace(/<style>.*<\/style>|<[^>]*>/g, '') }
  const [result] = compileCriteria(match).evaluate(makeSubject({ bodies }))
  if (!result) throw new Error('there is one criterion')
  return excerpt(result)
}

const dots = (count: number): string => '.'.repeat(count)

describe('of a long text is shown', () => {
  it('where the text is that must not be there', () => {
    const text = `${dots(600)}Hello undefined, welcome${dots(600)}`

    expect(shown({ body: { not: { contains: 'undefined' } } }, { text })).toBe(
      `…${dots(54)}Hello undefined, welcome${dots(122)}…`,
    )
    expect(shown({ body: { not: { contains: 'UNDEFINED', ignoreCase: true } } }, { text })).toContain(
      'Hello undefined',
    )
  })

  it('where the pattern is found that must not be', () => {
    const text = `${dots(600)}Hello {{name}}${dots(600)}`

    expect(shown({ text: { not: { matches: '\\{\\{.*\\}\\}' } } }, { text })).toContain('Hello {{name}}')
  })

  it('where what was expected begins to differ', () => {
    const text = `${dots(600)}Your total is 24.00 EUR${dots(600)}`

    expect(shown({ body: 'Your total is 42.00 EUR' }, { text })).toMatch(/^…\.+Your total is 24\.00 EUR\.+…$/)
  })

  it('where a word of it is found', () => {
    const text = `${dots(600)}Please confirm soon${dots(600)}`

    expect(shown({ body: 'Now confirm' }, { text })).toContain('Please confirm soon')
    expect(shown({ body: { matches: '^now, confirm' } }, { text })).toContain('Please confirm soon')
  })

  it('the end, where the end was asked for', () => {
    const text = `${dots(600)}Bye`

    expect(shown({ text: { endsWith: 'Yours' } }, { text })).toBe(`…${dots(197)}Bye`)
  })

  it('the beginning, where nothing of it is found or the beginning was asked for', () => {
    const text = `Hello${dots(600)}`

    expect(shown({ body: 'Goodbye' }, { text })).toBe(`Hello${dots(195)}…`)
    expect(shown({ body: { startsWith: 'Goodbye' } }, { text })).toBe(`Hello${dots(195)}…`)
  })

  it('of HTML its body and not its style sheet', () => {
    const html = `<head><style>${dots(600)}</style></head><body><p>Hello Ada</p></body>`

    expect(shown({ html: 'Goodbye' }, { html })).toMatch(/^…<body><p>Hello Ada<\/p><\/body>/)
  })
})

it('a short text is shown whole', () => {
  expect(shown({ body: 'Goodbye' }, { text: 'Hello\u00a0Ada' })).toBe('Hello<U+00A0>Ada')
  expect(shown({ body: 'Goodbye' }, {})).toBeNull()
})

it('whatever is asked of whatever text, a piece of at most 200 characters is shown, and no half letter', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '\n', 'ß'), maxLength: 600 })
  const expected = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), minLength: 1, maxLength: 12 })
  const operator = fc.constantFrom('contains', 'endsWith', 'startsWith', 'equals')
  fc.assert(
    fc.property(text, expected, operator, fc.boolean(), (body, value, name, isNot) => {
      const test = { [name]: value }
      const actual = shown({ body: isNot ? { not: test } : test }, { text: body }) ?? ''

      expect(actual.replaceAll('\\n', '\n').replace(/<U\+D83D>(?=…$)/, '.').length).toBeLessThanOrEqual(202)
      expect(actual).not.toMatch(/^…<U\+/)
    }),
  )
})

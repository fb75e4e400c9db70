import { expect, it } from 'vitest'
import { compileCriteria } from '#mailhold/query/criteria/compile-criteria.js'
import { criteriaFromQuery } from '#mailhold/query/criteria/criteria-from-query.js'

const read = (query: string): unknown =>
  JSON.parse(JSON.stringify(criteriaFromQuery(new URLSearchParams(query))))

it('operators and members stand behind dots', () => {
  const criteria = read(
    'to=bob@example.com&subject.contains=Confirm&subject.ignoreCase=true&link.href.startsWith=https://a.test' +
      '&header.name=X-Mailer&header.equals=5&size.min=3&attachment.size=7&code.exists=true&text.not.contains=1',
  )

  expect(criteria).toEqual({
    to: 'bob@example.com',
    subject: { contains: 'Confirm', ignoreCase: true },
    link: { href: { startsWith: 'https://a.test' } },
    header: { name: 'X-Mailer', equals: '5' },
    size: { min: 3 },
    attachment: { size: 7 },
    code: { exists: true },
    text: { not: { contains: '1' } },
  })
})

it('what is read compiles', () => {
  const compiled = compileCriteria(criteriaFromQuery(new URLSearchParams('subject.contains=Confirm')), '')

  expect(compiled.criteria).toEqual([
    { path: 'subject', field: 'subject', operator: 'contains', expected: 'Confirm', ignoreCase: false },
  ])
})

const mistakes: readonly (readonly [query: string, path: string, says: string])[] = [
  ['subjct=x', 'subjct', 'did you mean "subject"?'],
  ['subject=a&subject=b', 'subject', 'given twice'],
  ['subject=a&subject.contains=b', 'subject.contains', 'beside a bare subject'],
  ['subject.contains=b&subject=a', 'subject', 'given twice'],
  ['code.exists=maybe', 'code.exists', 'true or false'],
  ['size.min=5MB', 'size.min', 'whole number'],
  ['subject.not.not.not.not.not.not.not.not=x', 'subject.not.not.not.not.not.not.not.not', 'too many dots'],
]
for (const [query, path, says] of mistakes) {
  it(`${query} is refused`, () => {
    expect(() => read(query)).toThrow(
      expect.objectContaining({
        code: 'badInput',
        message: expect.stringContaining(says),
        details: expect.objectContaining({ path }),
      }),
    )
  })
}

it('a hostile name is refused by the compiler and changes no prototype', () => {
  const criteria = criteriaFromQuery([['subject.__proto__.polluted', 'yes']])

  expect(() => compileCriteria(criteria, '')).toThrow('there is no "__proto__" here')
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

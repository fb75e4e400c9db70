import fc from 'fast-check'
import { expect, it } from 'vitest'
import { visible } from '#mailhold/assert/visible.js'
import { makeSubject, person } from '../query/messages.js'
import { failureOf } from './evidence.js'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.constantFrom('Ada', 'ada', '+', '@', '*', '<', '>', ' ', '\u00a0', '\u200b', '.', '(', '\\'), {
      maxLength: 6,
    })
    .map((list) => list.join('')),
)
const fields = [
  'from',
  'to',
  'recipient',
  'subject',
  'body',
  'text',
  'html',
  'link',
  'code',
  'attachment',
  'messageId',
]
const operators = ['equals', 'startsWith', 'endsWith', 'glob', 'contains']

it('whatever is expected and whatever came, a failure is explained without failing itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.constantFrom(...operators),
      text,
      text,
      (field, operator, wanted, found) => {
        fc.pre(wanted.trim() !== '')
        const mail = {
          facts: {
            subject: found,
            from: [person(found, found)],
            to: [person(found)],
            messageId: found,
            visibleText: found,
            links: [{ text: found, href: found, part: '1' }],
            codes: [{ value: found, confidence: 1, near: '' }],
            attachments: [
              { part: '1', filename: found, contentType: '', size: 1, disposition: 'attachment', sha256: '' },
            ],
          },
          rcpt: [found],
          bodies: { text: found, html: found, htmlText: found },
        }
        const { nearest } = failureOf(
          { match: { [field]: { [operator]: wanted }, header: { name: 'X-None' } } },
          [mail],
        )

        expect(nearest[0]?.criteria).toHaveLength(2)
        expect(nearest[0]?.criteria[1]?.hint).toContain('no header field')
      },
    ),
    { numRuns: 500 },
  )
})

it('a huge mail is explained in little time', () => {
  const body = 'Grüße\u00a0an alle,\r\n'.repeat(300_000)
  const mail = makeSubject({
    facts: {
      to: Array.from({ length: 20_000 }, (_, at) => person(`a${at}@example.com`, `Person ${at}`)),
      links: Array.from({ length: 10_000 }, (_, at) => ({
        text: `link ${at}`,
        href: `https://x.test/${at}`,
        part: '1',
      })),
      headers: Array.from({ length: 20_000 }, (_, at) => ({ name: `X-${at}`, value: 'x', raw: '' })),
    },
    bodies: { text: body, html: body, htmlText: body },
  })
  const match = {
    body: 'Not there',
    html: { startsWith: 'Not' },
    to: 'ada@example.org',
    link: { text: 'Not', href: 'not' },
    header: { name: 'Y-1', equals: '1' },
  }
  const began = performance.now()

  const { nearest } = failureOf({ match }, [mail])

  expect(nearest[0]?.criteria).toHaveLength(6)
  expect(performance.now() - began).toBeLessThan(4000)
})

it('visible text has no character that cannot be seen, and is never longer than 200 characters of the mail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (mail) => {
      expect(visible(mail)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    }),
  )
  expect(visible('a\r\n\tb\u00a0c\u202e')).toBe('a\\r\\n\\tb<U+00A0>c<U+202E>')
  expect(visible('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`)
  expect(visible('❤️')).toBe('❤️')
})

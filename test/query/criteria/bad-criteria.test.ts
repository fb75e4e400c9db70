import { expect, it } from 'vitest'
import { MailholdError } from '#mailhold/model/errors.js'
import { compileCriteria } from '#mailhold/query/criteria/compile-criteria.js'

function refusal(criteria: unknown): MailholdError {
  try {
    compileCriteria(criteria, 'expectations[1].match')
  } catch (error) {
    if (error instanceof MailholdError) return error
    throw error
  }
  throw new Error(`${JSON.stringify(criteria)} was accepted`)
}

/** `{…nested: nested}` as JSON brings it, own members only */
const hostile = JSON.parse('{"__proto__": "x"}')
const deep = Array.from({ length: 50 }).reduce((inner) => ({ not: inner }), 'x')

type Row = readonly [criteria: unknown, path: string, says: string, suggestion?: string]
const rows: readonly Row[] = [
  [{ subjct: 'x' }, 'subjct', 'did you mean "subject"?', 'subject'],
  [{ sender: 'x' }, 'sender', 'did you mean "from"?', 'from'],
  [{ url: 'x' }, 'url', 'did you mean "link"?', 'link'],
  [{ recipients: 'x' }, 'recipients', 'did you mean "recipient"?', 'recipient'],
  [{ wholly: 'x' }, 'wholly', 'there are from, to'],
  [hostile, '__proto__', 'there is no "__proto__"'],
  [{ constructor: 'x' }, 'constructor', 'there is no "constructor"'],
  [{ subject: { contain: 'x' } }, 'subject.contain', 'did you mean "contains"?', 'contains'],
  [{ subject: { not: { iss: 'x' } } }, 'subject.not.iss', 'there is no "iss"'],
  [{ subject: 5 }, 'subject', 'must be a text or an object'],
  [{ subject: ['a'] }, 'subject', 'must be a text or an object'],
  [{ subject: null }, 'subject', 'must be a text or an object'],
  [{ subject: {} }, 'subject', 'needs one of equals'],
  [{ subject: { ignoreCase: true } }, 'subject', 'needs one of equals'],
  [{ subject: { contains: '' } }, 'subject.contains', 'an empty text'],
  [{ subject: { contains: ' ' } }, 'subject.contains', 'an empty text'],
  [{ body: '' }, 'body', 'an empty text'],
  [{ subject: '' }, 'subject', 'say {exists: false} for a mail without one'],
  [{ subject: ' ' }, 'subject', 'an empty text equals no value'],
  [{ subject: { not: '' } }, 'subject.not', '{exists: true} for a mail with one'],
  [{ code: { equals: '' } }, 'code.equals', 'an empty text equals no value'],
  [{ messageId: '<>' }, 'messageId', 'an empty text equals no value'],
  [{ subject: { contains: 1 } }, 'subject.contains', 'must be a text, got 1'],
  [{ subject: { exists: 'yes' } }, 'subject.exists', 'must be true or false'],
  [{ subject: { not: { exists: true } } }, 'subject.not.exists', 'exists: false'],
  [{ subject: deep }, 'subject.not.not.not.not.not', 'four deep'],
  [{ subject: 'x'.repeat(10_001) }, 'subject', 'at most 10000 characters'],
  [{ link: { txt: 'x' } }, 'link.txt', 'did you mean "text"?', 'text'],
  [{ link: { text: { has: 'x' } } }, 'link.text.has', 'did you mean "contains"?', 'contains'],
  [{ link: { text: { sounds: 'x' } } }, 'link.text.sounds', 'there is no "sounds"'],
  [{ link: { url: 'x' } }, 'link.url', 'did you mean "href"?', 'href'],
  [{ attachment: { name: 'x' } }, 'attachment.name', 'did you mean "filename"?', 'filename'],
  [{ attachment: { mimeType: 'x' } }, 'attachment.mimeType', 'did you mean "contentType"?', 'contentType'],
  [{ subject: { regex: 'x' } }, 'subject.regex', 'did you mean "matches"?', 'matches'],
  [{ subject: { starts_with: 'x' } }, 'subject.starts_with', 'did you mean "startsWith"?', 'startsWith'],
  [{ link: {} }, 'link', 'needs one of equals'],
  [{ attachment: { size: '5MB' } }, 'attachment.size', 'number of octets'],
  [{ attachment: { size: {} } }, 'attachment.size', 'needs min, max'],
  [{ size: { minimum: 1 } }, 'size.minimum', 'there are min, max'],
  [{ size: -1 }, 'size', 'whole number of octets'],
  [{ size: 1.5 }, 'size', 'whole number of octets'],
  [{ header: 'X-Mailer' }, 'header', 'an object with the name'],
  [{ header: { contains: 'x' } }, 'header.name', 'is missing: which header field?'],
  [
    { header: { 'X-Mailer': 'PHP' } },
    'header.X-Mailer',
    '{"name": "X-Mailer", "contains": "PHP"}, or header.name=X-Mailer&header.contains=PHP in a query string',
  ],
  [{ header: { 'X-Mailer': { contains: 'PHP' } } }, 'header.X-Mailer', '"contains": "…"}'],
  [{ header: { name: 'a b' } }, 'header.name', 'must be the name of a header field'],
  [{ header: { name: 'X', text: 'x' } }, 'header.text', 'there is no "text"'],
  ['subject', '', 'must be an object of criteria'],
  [[], '', 'must be an object of criteria'],
]
for (const [criteria, path, says, suggestion] of rows) {
  it(`${JSON.stringify(criteria).slice(0, 60)} is refused at its path`, () => {
    const { code, message, details } = refusal(criteria)

    expect(code).toBe('badInput')
    expect(details.path).toBe(path === '' ? 'expectations[1].match' : `expectations[1].match.${path}`)
    expect(message).toContain(says)
    expect(details.suggestion).toBe(suggestion)
  })
}

const patterns: readonly (readonly [pattern: string, position: number | undefined, says: string])[] = [
  ['Hello (Bob', 6, 'missing closing )'],
  ['[(] \\( (a) (', 11, 'missing closing )'],
  ['ab[z-a]', 3, 'invalid character class range'],
  ['x**', 1, 'invalid nested repetition'],
  ['abc(?=x)', 3, 'look-around'],
  ['(a{100}){100}', 8, 'invalid repeat count'],
  ['a\\', 1, 'trailing backslash'],
  ['a{900}b{900}', undefined, 'too large'],
  ['x'.repeat(501), undefined, 'at most 500 characters'],
]
for (const [pattern, position, says] of patterns) {
  it(`the pattern ${pattern.slice(0, 30)} is refused, with the position where there is one`, () => {
    const { message, details } = refusal({ subject: { matches: pattern } })

    expect(message).toContain(says)
    expect(details.path).toBe('expectations[1].match.subject.matches')
    expect(details.position).toBe(position)
  })
}

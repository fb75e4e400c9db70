import { describe, expect, it } from 'vitest'
import { MailholdError } from '#mailhold/model/errors.js'
import { parseSearch } from '#mailhold/query/parse-search.js'
import type { Condition, Expression } from '#mailhold/query/syntax.js'

const context = {
  place: (text: string) => {
    if (/^\d+$/.test(text)) return { seq: Number(text) }
    throw new MailholdError('badInput', `"${text}" is neither a cursor nor a time`)
  },
}
const parse = (text: string): Expression => parseSearch(text, context)
const is = (condition: Condition): Expression => ({ kind: 'is', condition })
const word = (words: string, prefix = false): Expression => is({ field: 'text', words, prefix })

function refusal(text: string): MailholdError {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof MailholdError) return error
  }
  throw new Error(`${text} was accepted`)
}

describe('the search language', () => {
  const conditions: readonly (readonly [string, Condition])[] = [
    ['invoice', { field: 'text', words: 'invoice', prefix: false }],
    ['conf*', { field: 'text', words: 'conf', prefix: true }],
    ['"reset your pass"*', { field: 'text', words: 'reset your pass', prefix: true }],
    ['"say \\"hi\\" \\\\ there"', { field: 'text', words: 'say "hi" \\ there', prefix: false }],
    ['"https://x.test/a?b=c"', { field: 'text', words: 'https://x.test/a?b=c', prefix: false }],
    ['12:30', { field: 'text', words: '12:30', prefix: false }],
    ['subject:"Your order"', { field: 'subject', words: 'Your order', prefix: false }],
    ['Subject:order', { field: 'subject', words: 'order', prefix: false }],
    ['body:https://x.test', { field: 'body', words: 'https://x.test', prefix: false }],
    ['filename:*.pdf', { field: 'filename', words: '.pdf', prefix: false }],
    ['from:ada@Example.com', { field: 'from', pattern: { form: 'exact', address: 'ada@Example.com' } }],
    ['from:<ada@example.com>', { field: 'from', pattern: { form: 'exact', address: 'ada@example.com' } }],
    ['to:@example.com', { field: 'to', pattern: { form: 'domain', domain: 'example.com' } }],
    ['to:*@example.com', { field: 'to', pattern: { form: 'domain', domain: 'example.com' } }],
    ['cc:ada*@example.com', { field: 'cc', pattern: { form: 'glob', glob: 'ada*@example.com' } }],
    ['bcc:ada', { field: 'bcc', pattern: { form: 'glob', glob: '*ada*' } }],
    ['recipient:@*.example.com', { field: 'recipient', pattern: { form: 'glob', glob: '*@*.example.com' } }],
    ['header:X-Mailer', { field: 'header', name: 'X-Mailer', value: undefined }],
    ['header:X-Mailer=PHP', { field: 'header', name: 'X-Mailer', value: 'PHP' }],
    ['header:X-Mailer="PHP Mailer=5"', { field: 'header', name: 'X-Mailer', value: 'PHP Mailer=5' }],
    ['header:__proto__', { field: 'header', name: '__proto__', value: undefined }],
    ['message-id:<1@x.test>', { field: 'messageId', id: '1@x.test' }],
    ['inbox:W1', { field: 'inbox', name: 'w1' }],
    ['tag:"in review"', { field: 'tag', name: 'in review' }],
    ['has:attachment', { field: 'has', thing: 'attachment' }],
    ['is:read', { field: 'is', read: true }],
    ['is:unread', { field: 'is', read: false }],
    ['after:12', { field: 'after', place: { seq: 12 } }],
    ['before:7', { field: 'before', place: { seq: 7 } }],
    ['larger:5MB', { field: 'larger', octets: 5_000_000 }],
    ['smaller:100kB', { field: 'smaller', octets: 100_000 }],
    ['larger:1.5KiB', { field: 'larger', octets: 1536 }],
    ['larger:12', { field: 'larger', octets: 12 }],
  ]
  it.each(conditions)('reads %s', (text, condition) => {
    expect(parse(text)).toEqual(is(condition))
  })

  it('finds everything for an empty text', () => {
    expect(parse('  ')).toEqual({ kind: 'and', operands: [] })
  })

  it('binds things side by side tighter than OR', () => {
    expect(parse('a b OR c')).toEqual({
      kind: 'or',
      operands: [{ kind: 'and', operands: [word('a'), word('b')] }, word('c')],
    })
  })

  it('groups by parentheses and negates words, fields and groups', () => {
    expect(parse('a -(b OR -c)')).toEqual({
      kind: 'and',
      operands: [
        word('a'),
        {
          kind: 'not',
          operand: { kind: 'or', operands: [word('b'), { kind: 'not', operand: word('c') }] },
        },
      ],
    })
  })

  it('takes OR in quotes and in lower case as a word', () => {
    expect(parse('"OR" or')).toEqual({ kind: 'and', operands: [word('OR'), word('or')] })
  })
})

describe('a mistake in a search', () => {
  type Mistake = readonly [text: string, position: number, says: string, suggestion?: string]
  const mistakes: readonly Mistake[] = [
    ['form:ada', 0, 'there is no field form: in searches', 'from:'],
    ['a subjct:b', 2, 'did you mean subject:', 'subject:'],
    ['https://x.test', 0, 'quote it'],
    ['__proto__:x', 0, 'there is no field __proto__:'],
    ['constructor:x', 0, 'there is no field constructor:'],
    ['"open', 0, 'never closed'],
    ['a (b OR c', 2, 'never closed'],
    ['a) b', 1, 'closes nothing'],
    ['a )', 2, 'closes nothing'],
    ['()', 1, 'missing before )'],
    ['OR a', 0, 'OR needs something to look for before it'],
    ['a OR', 2, 'OR needs something to look for behind it'],
    ['a OR OR b', 5, 'OR needs something to look for before it'],
    ['(a OR)', 5, 'missing before )'],
    ['a - b', 2, '- stands directly before'],
    ['-OR', 1, 'OR needs something to look for before it'],
    ['a (-)', 3, '- stands directly before'],
    ['a AND b', 2, 'leave AND out'],
    ['NOT a', 0, 'write - for NOT', '-'],
    ['from: ada', 0, 'from: needs one word'],
    ['subject:(a b)', 0, 'subject: needs one word'],
    ['from:""', 5, 'an address, a domain or a piece'],
    ['a*b', 0, '* stands only at the end of a word'],
    ['*firm', 0, '* stands only at the end of a word'],
    ['subject:!!!', 8, 'no letter or digit'],
    ['header:a:b', 7, 'not the name of a header field'],
    ['message-id:<>', 11, 'a Message-ID is missing'],
    ['inbox:"a b"', 6, 'is no inbox'],
    ['has:attachments', 4, 'has:attachment', 'attachment'],
    ['is:new', 3, 'is:unread', 'unread'],
    ['after:soon', 6, 'neither a cursor nor a time'],
    ['larger:big', 7, 'is no size'],
  ]
  for (const [text, position, says, suggestion] of mistakes) {
    it(`${text} is pointed at and told the remedy`, () => {
      const { code, message, details } = refusal(text)

      expect(code).toBe('badInput')
      expect(message).toContain(says)
      expect(details.path).toBe('q')
      expect(details.position).toBe(position)
      expect(details.suggestion).toBe(suggestion)
    })
  }

  it('is a text of more than 2,000 characters, 100 terms or 30 levels', () => {
    expect(refusal('a'.repeat(2001)).message).toContain('at most 2000 characters')
    expect(refusal('a '.repeat(101)).details.position).toBe(200)
    expect(refusal(`${'('.repeat(31)}a${')'.repeat(31)}`).message).toContain('30 levels')
    expect(refusal(`${'-'.repeat(1999)}a`).message).toContain('30 levels')
    expect(parse(`${'('.repeat(30)}a${')'.repeat(30)}`)).toEqual(word('a'))
  })
})

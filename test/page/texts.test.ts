import { describe, expect, it } from 'vitest'
import { problemCodes } from '#mailhold/mail/problems.js'
import { NoServer } from '../../src/client/errors.js'
import { splitInvisible } from '../../web/format/address.js'
import { rawFields } from '../../web/headers/raw-fields.js'
import { differingHosts, isSafeLink } from '../../web/links/differing.js'
import { splitRule } from '../../web/problems/rule.js'
import { sentenceOf } from '../../web/server/failure.js'
import { createStructure } from '../../web/source/structure.js'
import { problemText } from '../../web/text/problems.js'

describe('problems', () => {
  it('are each explained, and nothing else is', () => {
    expect(Object.keys(problemText).toSorted()).toEqual([...problemCodes].toSorted())
  })

  it('name the rule that they end with, and where it stands', () => {
    expect(splitRule('The header (x) is bad (RFC 5322 §2.2, RFC 6532 §3)')).toEqual({
      sentence: 'The header (x) is bad',
      rules: [
        { text: 'RFC 5322 §2.2', href: 'https://www.rfc-editor.org/rfc/rfc5322#section-2.2' },
        { text: 'RFC 6532 §3', href: 'https://www.rfc-editor.org/rfc/rfc6532#section-3' },
      ],
    })
    expect(splitRule('Cut off (a limit of this program)').rules).toEqual([])
  })
})

describe('a request that did not succeed', () => {
  it('is told without how to name another server, for the page has its own', () => {
    const gone = new NoServer('http://localhost:8025', new TypeError('Failed to fetch'))

    expect(sentenceOf(gone)).toBe('no Mailhold answers at http://localhost:8025 (Failed to fetch)')
    expect(sentenceOf(new Error('mine'))).toBe('mine')
    expect(sentenceOf('mine')).toBeUndefined()
  })
})

describe('characters that nobody sees', () => {
  it('are named where they stand, a few at most', () => {
    expect(splitInvisible('a\u202eb \t c')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'hidden', name: 'U+202E' },
      { kind: 'text', text: 'b c' },
    ])
    expect(splitInvisible('\u200b'.repeat(100_000)).length).toBeLessThan(50)
  })
})

describe('links', () => {
  it.each([
    ['https://shop.example/a', 'https://evil.example/a', { shown: 'shop.example', real: 'evil.example' }],
    [
      'shop.example',
      'https://shop.example.evil.example/',
      { shown: 'shop.example', real: 'shop.example.evil.example' },
    ],
    ['www.shop.example', 'https://shop.example/x', undefined],
    ['SHOP.example/path', 'https://shop.example/other', undefined],
    ['Click here', 'https://evil.example/', undefined],
    ['v1.2', 'https://evil.example/', undefined],
    ['shop.example', 'mailto:a@b.example', undefined],
    ['shop.example', 'not an address', undefined],
  ])('that show %s and lead to %s are told apart', (text, href, differing) => {
    expect(differingHosts(text, href)).toEqual(differing)
  })

  it('are followed only where nothing runs', () => {
    expect(['https://a/', 'HTTP://a/', 'mailto:a@b', 'tel:1'].every(isSafeLink)).toBe(true)
    expect(
      ['javascript:1', ' https://a', 'data:text/html,x', '/v1/x', 'java\nscript:1'].some(isSafeLink),
    ).toBe(false)
  })
})

describe('the header as it was sent', () => {
  it('keeps folds, and lines that are no field', () => {
    expect(rawFields('A: b\r\n c\r\nnonsense\r\nD:e')).toEqual([
      { name: 'A', value: ' b\r\n c' },
      { name: '', value: 'nonsense' },
      { name: 'D', value: 'e' },
    ])
  })
})

const mail = [
  'Subject: x',
  'Content-Type: multipart/mixed;',
  ' boundary="b 1"',
  '',
  'before',
  '--b 1',
  'X: y',
  '',
  'text',
  '--b 1',
  '',
  'more',
  '--b 1--',
  'after',
].join('\n')

describe('the structure of a source', () => {
  it.each([1, 7, 1000])('is the same in pieces of %i characters', (size) => {
    const structure = createStructure()
    for (let at = 0; at < mail.length; at += size) structure.push(mail.slice(at, at + size))

    const parts = structure.folds().map(({ from, to }) => mail.slice(from, to))

    expect(parts).toEqual(['\nX: y\n\ntext', '\n\nmore'])
    expect(structure.kindAt(mail.indexOf('Subject'))).toBe('header')
    expect(structure.kindAt(mail.indexOf('before'))).toBe('body')
    expect(structure.kindAt(mail.indexOf('--b'))).toBe('boundary')
    expect(structure.kindAt(mail.indexOf('X:'))).toBe('header')
    expect(structure.kindAt(mail.indexOf('text'))).toBe('body')
  })

  it('of ten million characters in one line is read in a moment', () => {
    const structure = createStructure()
    const started = performance.now()

    for (let piece = 0; piece < 80; piece += 1) structure.push('x'.repeat(128 * 1024))

    expect(performance.now() - started).toBeLessThan(500)
  })
})

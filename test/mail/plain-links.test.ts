import { describe, expect, test } from 'vitest'
import { plainLinks } from '#mailhold/mail/body/plain-links.js'
import { indexText, properHeader } from '../support/mail-index.js'

const first = (text: string) => plainLinks(text).hrefs[0]

describe('a bare address', () => {
  test.each([
    [
      'keeps the _ that ends a token',
      'https://x.test/reset?t=abcDEF-12_',
      'https://x.test/reset?t=abcDEF-12_',
    ],
    ['keeps it before the end of a sentence', 'Go to https://x.test/r?t=abc__.', 'https://x.test/r?t=abc__'],
    ['keeps a ~', 'https://x.test/~ada~ is hers', 'https://x.test/~ada~'],
    ['loses the _ that opened before it', '_https://x.test/a_', 'https://x.test/a'],
    ['loses no more of them than opened', '_https://x.test/?t=a__', 'https://x.test/?t=a_'],
    ['loses all the marks around it', '**_https://x.test/a_**.', 'https://x.test/a'],
    ['loses the * behind it', '*Verify: https://x.test/a*', 'https://x.test/a'],
    ['loses strikes', '~~https://x.test/a~~', 'https://x.test/a'],
    ['in angle brackets stays whole', '<https://x.test/r?t=abc_>', 'https://x.test/r?t=abc_'],
    ['in angle brackets keeps even a full stop', '<URL:https://x.test/a.>', 'https://x.test/a.'],
    ['behind a bracket alone loses it', '<https://x.test/a. Next', 'https://x.test/a'],
    ['loses a bracket that it did not open', '(https://x.test/a)', 'https://x.test/a'],
    ['keeps one that it opened', '(https://x.test/a_(b))', 'https://x.test/a_(b)'],
    ['counts each kind of bracket', '[https://x.test/(a])', 'https://x.test/(a])'],
    ['loses brackets and stops in turns', '([https://x.test/a].).', 'https://x.test/a'],
  ])('%s: %s', (_, text, href) => expect(first(text)).toBe(href))
})

test('a token that ends with _ is one link where text and HTML both have it', () => {
  const facts = indexText(`${properHeader}Subject: s
Content-Type: multipart/alternative; boundary=b

--b

Reset: https://x.test/reset?t=abc_
--b
Content-Type: text/html

<a href="https://x.test/reset?t=abc_">Reset</a>
--b--
`)

  expect(facts.links).toEqual([{ text: 'Reset', href: 'https://x.test/reset?t=abc_', part: '2' }])
})

test('brackets without end are counted once for each address', () => {
  const text = `http://a${')'.repeat(4000)} `.repeat(600)
  const started = process.cpuUsage()

  const { hrefs } = plainLinks(text)

  // with their square it is more than four seconds
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
  expect(new Set(hrefs)).toEqual(new Set(['http://a']))
})

import { describe, expect, test } from 'vitest'
import { createProblemList, problem } from '#mailhold/mail/problems.js'
import { codesOf, crlf, indexOctets, indexText, properHeader } from '../support/mail-index.js'

const text = `${properHeader}Subject: s\n`
const octets = (message: string) => indexOctets(Buffer.from(message, 'latin1'))
const proper = crlf(`${text}\nx\n`).toString('latin1')

describe('a problem is seen', () => {
  test('nowhere in a proper mail', () => expect(codesOf(octets(proper))).toEqual([]))

  test.each([
    ['bareLf', proper.replace('x\r\n', 'x\n')],
    ['bareCr', proper.replace('x\r\n', 'x\ry\r\n')],
    ['nul', proper.replace('x\r\n', 'x\0\r\n')],
    ['lineTooLong', proper.replace('x\r\n', `${'x'.repeat(999)}\r\n`)],
    ['eightBitIn7bit', proper.replace('x\r\n', '\xc3\xa9\r\n')],
    ['headerNotUtf8', proper.replace('Subject: s', 'Subject: \xe9')],
    ['header8bit', proper.replace('Subject: s', 'Subject: \xc3\xa9')],
    ['mboxLine', `From ada Mon Jan\r\n${proper}`],
    ['badHeaderLine', proper.replace('Subject', 'garbage\r\nSubject')],
    ['noBlankLine', proper.replace('\r\n\r\nx\r\n', '\r\n')],
    ['missingDate', proper.replace('Date', 'X-Date')],
    ['missingFrom', proper.replace('From', 'X-From')],
    ['missingMessageId', proper.replace('Message-ID', 'X-ID')],
    ['missingSubject', proper.replace('Subject', 'X-Subject')],
    ['repeatedField', `Subject: again\r\n${proper}`],
    ['badDate', proper.replace('Mon, 2 Jan 2023', '2023-01-02')],
    ['badMessageId', proper.replace('<1@example.com>', 'abc')],
    ['badAddress', proper.replace('bob@example.com', 'nobody')],
    ['missingSender', proper.replace('<ada@example.com>', '<ada@example.com>, b@example.com')],
    ['badEncodedWord', proper.replace('Subject: s', 'Subject: =?utf-8?X?a?=')],
    ['missingMimeVersion', `Content-Type: text/plain\r\n${proper.replace('MIME-Version', 'X-V')}`],
    ['unknownCharset', `Content-Type: text/plain; charset=x-martian\r\n${proper}`],
    [
      'wrongCharset',
      `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n${proper.replace('x\r\n', '\xe9\r\n')}`,
    ],
    ['badContentType', `Content-Type: nonsense\r\n${proper}`],
    ['unknownEncoding', `Content-Transfer-Encoding: rot13\r\n${proper}`],
    ['badBase64', `Content-Transfer-Encoding: base64\r\n${proper.replace('x\r\n', 'SGVs*bG8=\r\n')}`],
    [
      'badQuotedPrintable',
      `Content-Transfer-Encoding: quoted-printable\r\n${proper.replace('x\r\n', '=zz\r\n')}`,
    ],
    ['missingBoundary', `Content-Type: multipart/mixed\r\n${proper}`],
    ['emptyMultipart', `Content-Type: multipart/mixed; boundary=b\r\n${proper}`],
    [
      'unclosedMultipart',
      `Content-Type: multipart/mixed; boundary=b\r\n${proper.replace('x\r\n', '--b\r\n\r\nx\r\n')}`,
    ],
    [
      'multipartEncoding',
      `Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: base64\r\n${proper}`,
    ],
    [
      'oneClickWithoutHttps',
      `List-Unsubscribe: <mailto:a@b.c>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n${proper}`,
    ],
    ['badListUnsubscribePost', `List-Unsubscribe: <https://b.c>\r\nList-Unsubscribe-Post: yes\r\n${proper}`],
  ])('%s', (code, message) => expect(codesOf(octets(message))).toContain(code))

  test('but 8-bit header fields are proper with SMTPUTF8', () => {
    const message = Buffer.from(proper.replace('Subject: s', 'Subject: é'))
    expect(codesOf(indexOctets(message, 1000, true))).toEqual([])
  })

  test('with the octet where it begins', () => {
    expect(octets(proper.replace('x\r\n', 'x\n')).problems[0]?.where).toBe(
      `offset ${proper.indexOf('x\r\n') + 1}`,
    )
  })
})

test('a value is cut and its invisible characters are shown', () => {
  expect(problem('badDate', `a\u0000\u202e${'b'.repeat(500)}`).message).toMatch(
    /^The Date field is no date of a message: a\\u0000\\u202eb{116}… /,
  )
})

test('the list says how many problems it leaves out', () => {
  const list = createProblemList()
  for (let i = 0; i < 50; i += 1) list.add('badAddress', 'x')

  expect(list.list()).toHaveLength(21)
  expect(list.list().at(-1)?.message).toContain('30 more problems')
})

test('a mail without a subject still has all its other facts', () => {
  expect(indexText('From: a@example.com\n\nhello').visibleText).toBe('hello')
})

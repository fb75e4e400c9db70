import { describe, expect, test } from 'vitest'
import { codesOf, crlf, indexOctets, indexText, properHeader } from '../support/mail-index.js'

const plain = `${properHeader}Subject: s\n`
const multipart = `${plain}Content-Type: multipart/mixed; boundary=b\n\n`
const html = `${plain}Content-Type: text/html\n\n`
const nested = `${'Content-Type: message/rfc822\n\n'.repeat(500)}x`
const addresses = Array.from({ length: 20_000 }, (_, i) => `u${i}@example.com`).join(',\n ')
const boundaries = Array.from({ length: 1000 }, (_, i) => `--${'b'.repeat(1 + (i % 200))}\n\nx\n`).join('')

const cases: readonly (readonly [name: string, message: string, problem: string])[] = [
  ['10,000 parts', `${multipart}${'--b\n\nx\n'.repeat(10_000)}--b--\n`, 'tooManyParts'],
  ['20,000 header lines', `${'X-A: v\n'.repeat(20_000)}${plain}\nx`, 'tooManyHeaders'],
  ['500 nested messages', `${plain}${nested}`, 'tooDeep'],
  ['a line of 20 MB', `${plain}\n${'x'.repeat(20_000_000)}\n`, 'lineTooLong'],
  ['a header line of 20 MB', `${plain}X-A: ${'x'.repeat(20_000_000)}\n\nx`, 'fieldTooLong'],
  ['a million lines that begin with dots', `${plain}\n${'..x\n'.repeat(1_000_000)}`, 'textTooLong'],
  ['20,000 addresses', `${plain}Cc: ${addresses}\n\nx`, 'tooManyAddresses'],
  ['similar boundaries', `${multipart}${boundaries}`, 'unclosedMultipart'],
  [
    'a subject of 5 MB',
    `${properHeader}Subject: ${'=?utf-8?Q?=C3=A4?=\n '.repeat(250_000)}x\n\nx`,
    'fieldTooLong',
  ],
  ['words that never end', `${properHeader}Subject: ${'=?utf-8?'.repeat(8000)}\n\nx`, 'badEncodedWord'],
  ['HTML nested 400,000 deep', `${html}${'<div>'.repeat(400_000)}`, 'lineTooLong'],
  ['links without end', `${html}${'<a href=x>'.repeat(150_000)}`, 'tooManyLinks'],
  ['comments in addresses', `${plain}Cc: ${'('.repeat(60_000)}\n\nx`, 'lineTooLong'],
  ['lists of unsubscribing', `${plain}List-Unsubscribe: ${'< '.repeat(30_000)}\n\nx`, 'lineTooLong'],
  ['words of codes without end', `${plain}\n${'code '.repeat(20_000)}`, 'lineTooLong'],
  ['codes without end', `${plain}\n${'your code is 123456. '.repeat(5_000)}`, 'lineTooLong'],
  ['at signs among words of codes', `${plain}\n${'code x@ '.repeat(10_000)}`, 'lineTooLong'],
  [
    'blanks in quoted-printable',
    `${plain}Content-Transfer-Encoding: quoted-printable\n\n${' '.repeat(5_000_000)}`,
    'lineTooLong',
  ],
]

describe('hostile mail is read in little time and few facts', () => {
  test.each(cases)('%s', (_, message, problem) => {
    const octets = crlf(message)
    const started = performance.now()

    const facts = indexOctets(octets)

    expect(performance.now() - started).toBeLessThan(2000)
    expect(codesOf(facts)).toContain(problem)
    expect(JSON.stringify(facts).length).toBeLessThan(1_500_000)
    expect(facts.problems.length).toBeLessThanOrEqual(200)
  })
})

test('a file name is only text', () => {
  const facts = indexText(`${multipart}--b\nContent-Disposition: attachment; filename="../../x"\n\nx\n--b--`)

  expect(facts.attachments[0]?.filename).toBe('../../x')
})

test('parameters named like parts of objects are parameters like others', () => {
  const facts = indexText(`${plain}Content-Type: text/plain; __proto__=x; constructor=y\n\nx`)

  expect(facts.root.parameters).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
})

test('a huge attachment is counted and hashed but not held', () => {
  const chunk = Buffer.from(`${'QUJD'.repeat(19)}\r\n`.repeat(3360))
  const facts = indexOctets(
    Buffer.concat([
      crlf(`${multipart}--b\nContent-Type: a/b\nContent-Transfer-Encoding: base64\n\n`),
      ...Array<Buffer>(80).fill(chunk),
      crlf('--b--\n'),
    ]),
  )

  expect(facts.attachments[0]?.size).toBe(80 * 3360 * 57)
})

// Mails made to hurt whoever reads them: each is large, deep or odd in one way.

import type { SampleMail } from './mails.js'

const header = 'From: a@example.com\r\nTo: b@example.com\r\nSubject: hostile\r\nMIME-Version: 1.0\r\n'
const octets = (...text: string[]) => Buffer.from(text.join(''), 'latin1')

const manyParts = (count: number): Buffer =>
  octets(
    header,
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n',
    '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(count),
    '--b--\r\n',
  )

const nested = (depth: number): Buffer =>
  octets(header, 'Content-Type: message/rfc822\r\n\r\n'.repeat(depth), 'Subject: innermost\r\n\r\nx\r\n')

const nestedMultiparts = (depth: number): Buffer =>
  octets(
    header,
    ...Array.from(
      { length: depth },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ),
    'Content-Type: text/plain\r\n\r\nx\r\n',
  )

const manyAddresses = (count: number): Buffer =>
  octets(
    'From: a@example.com\r\nTo: ',
    Array.from({ length: count }, (_, at) => `"Person ${at}" <p${at}@example.com>`).join(',\r\n '),
    '\r\nSubject: hostile\r\n\r\nx\r\n',
  )

/** Each is kept, listed and shown within a few seconds, and delays nobody else. */
export const hostileMails: readonly SampleMail[] = [
  { name: '10,000 parts', octets: manyParts(10_000) },
  {
    name: '20,000 header lines',
    octets: octets(header, 'X-Line: value\r\n'.repeat(20_000), '\r\nx\r\n'),
  },
  {
    name: '20,000 folded lines in one field',
    octets: octets(header, 'X-Fold: a\r\n', ' b\r\n'.repeat(20_000), '\r\nx\r\n'),
  },
  { name: '500 nested messages', octets: nested(500) },
  { name: '500 nested multiparts', octets: nestedMultiparts(500) },
  { name: 'a line of 20 MB', octets: octets(header, '\r\n', 'x'.repeat(20_000_000), '\r\n') },
  { name: 'a header line of 5 MB', octets: octets(`Subject: ${'x'.repeat(5_000_000)}\r\n\r\nx\r\n`) },
  {
    name: 'a million lines that begin with a dot',
    octets: octets(header, '\r\n', '..x\r\n'.repeat(1_000_000)),
  },
  { name: '20,000 addresses', octets: manyAddresses(20_000) },
  {
    name: 'comments nested 5,000 deep in an address',
    octets: octets('From: ', '('.repeat(5000), ')'.repeat(5000), ' a@b\r\n\r\nx\r\n'),
  },
  {
    name: '__proto__ as a header name',
    octets: octets(header, '__proto__: polluted\r\nconstructor: x\r\n\r\nx\r\n'),
  },
  {
    name: '../../x as a file name',
    octets: octets(
      header,
      'Content-Type: application/octet-stream; name="../../x"\r\nContent-Disposition: attachment; filename="../../x"\r\n\r\nx\r\n',
    ),
  },
  {
    name: 'HTML nested 100,000 deep',
    octets: octets(header, 'Content-Type: text/html\r\n\r\n', '<div>\r\n'.repeat(100_000), 'x\r\n'),
  },
  {
    name: '100,000 links',
    octets: octets(
      header,
      'Content-Type: text/html\r\n\r\n',
      '<a href="https://e.com/?a=1&b=2">x</a>\r\n'.repeat(100_000),
    ),
  },
  {
    name: '5 MB of words near the word code',
    octets: octets(header, '\r\n', 'your code is 123 456 code PIN 98 code: \r\n'.repeat(120_000)),
  },
  {
    name: 'a megabyte of encoded words',
    octets: octets(header.replace('hostile', '=?utf-8?q?a?=\r\n '.repeat(60_000)), '\r\nx\r\n'),
  },
  {
    name: 'an unclosed comment in HTML',
    octets: octets(header, 'Content-Type: text/html\r\n\r\n', '<!--'.repeat(500_000), '\r\n'),
  },
  {
    name: 'a boundary that nearly matches 100,000 times',
    octets: octets(
      header,
      `Content-Type: multipart/mixed; boundary="${'b'.repeat(70)}"\r\n\r\n`,
      `--${'b'.repeat(69)}\r\n`.repeat(100_000),
    ),
  },
]

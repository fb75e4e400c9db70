import fc from 'fast-check'
import libqp from 'libqp'
import { describe, expect, test } from 'vitest'
import { decodeText, decodeTransfer } from '#mailhold/mail/decode-part.js'

function decode(encoding: string, text: string, size = 3): string {
  const decoder = decodeTransfer(encoding)
  const octets = Buffer.from(text, 'latin1')
  const output: Uint8Array[] = []
  for (let at = 0; at < octets.length; at += size) output.push(decoder.push(octets.subarray(at, at + size)))
  output.push(decoder.end())
  return Buffer.concat(output).toString('latin1')
}

describe('base64', () => {
  test.each([
    ['SGVsbG8=', 'Hello'],
    ['SGVs\r\nbG8=\r\n', 'Hello'],
    ['SGVsbG8', 'Hello'],
    ['SG*Vs bG8=', 'Hello'],
    ['SGVsbG8=SGVsbG8=', 'HelloHello'],
    ['', ''],
    ['S', ''],
  ])('%j is %j', (text, expected) => expect(decode('base64', text)).toBe(expected))

  test('gives back any octets, however the text is cut', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 90 }), (octets, size) => {
        const text = (
          Buffer.from(octets)
            .toString('base64')
            .match(/.{1,76}/g) ?? []
        ).join('\r\n')
        expect(decode('BASE64', text, size)).toBe(Buffer.from(octets).toString('latin1'))
      }),
    )
  })
})

describe('quoted-printable', () => {
  test.each([
    ['a=3Db', 'a=b'],
    ['a=\r\nb', 'ab'],
    ['a= \t\r\nb', 'ab'],
    ['a=\nb', 'ab'],
    ['a  \r\nb', 'a\r\nb'],
    ['a  b', 'a  b'],
    ['=zz=4', '=zz=4'],
    ['=c3=A9', '\u00c3\u00a9'],
    ['a=', 'a'],
  ])('%j is %j', (text, expected) => expect(decode('quoted-printable', text)).toBe(expected))

  test('gives back any octets, however the text is cut', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 90 }), (octets, size) => {
        const text = libqp
          .wrap(libqp.encode(octets))
          .replace(/[ \t]+(?=\r\n|$)/g, (blanks) => blanks.replaceAll(' ', '=20').replaceAll('\t', '=09'))
        const expected = Buffer.from(octets).toString('latin1')
        expect(decode('quoted-printable', text, size)).toBe(expected)
      }),
    )
  })

  test('says the same for any octets, however they are cut', () => {
    const octets = fc.array(fc.constantFrom('=', ' ', '\r', '\n', '4', 'z', '\t'), { maxLength: 40 })
    fc.assert(
      fc.property(octets, fc.integer({ min: 1, max: 9 }), (list, size) => {
        const text = list.join('')
        expect(decode('quoted-printable', text, size)).toBe(decode('quoted-printable', text, 1000))
      }),
    )
  })
})

test('uuencode keeps what stands between begin and end', () => {
  expect(decode('x-uuencode', 'junk\r\nbegin 644 a.txt\r\n%2&5L;&\\\r\n`\r\nend\r\njunk')).toBe('Hello')
})

test('an unknown encoding leaves octets as they are', () => {
  expect(decode('x-nonsense', 'a=3D')).toBe('a=3D')
})

describe('text', () => {
  test.each([
    [[0xe9], 'iso-8859-1', 'é'],
    [[0x80], 'windows-1252', '€'],
    [[0xc3, 0xa9], undefined, 'é'],
    [[0xe9], undefined, 'é'],
    [[0xe9], 'us-ascii', 'é'],
    [[0xc3, 0xa9], 'x-nonsense', 'é'],
    [[0xc3, 0xa9], '__proto__', 'é'],
    [[0xef, 0xbb, 0xbf, 0x61], 'utf-8', 'a'],
    [[0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42], 'iso-2022-jp', 'あ'],
    [[0x82, 0xa0], 'shift_jis', 'あ'],
    [[0xc8, 0xab], 'ks_c_5601-1987', '홍'],
    [[0x2b, 0x41, 0x44, 0x77, 0x2d], 'utf-7', '+ADw-'],
  ])('%j in %s is %s', (octets, charset, expected) => {
    expect(decodeText(Uint8Array.from(octets), charset)).toBe(expected)
  })

  test('never throws, whatever charset is named', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (octets, charset) => void decodeText(octets, charset)),
    )
  })
})

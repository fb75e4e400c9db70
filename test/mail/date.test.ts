import { describe, expect, test } from 'vitest'
import { readDate } from '#mailhold/mail/headers/date.js'
import { indexText, properHeader } from '../support/mail-index.js'

const isoOf = (text: string) => {
  const time = readDate(text)?.time
  return time === undefined ? undefined : new Date(time).toISOString()
}

describe('a Date field is read as it is written', () => {
  test.each([
    ['Mon, 01 Jan 0001 00:00:00 +0000', '0001-01-01T00:00:00.000Z'],
    ['Wed, 29 Feb 0096 12:00:00 +0000', '0096-02-29T12:00:00.000Z'],
    ['Sun, 31 Dec 1899 23:59:59 -0100', '1900-01-01T00:59:59.000Z'],
    ['1 Jan 49 00:00:00 +0000', '2049-01-01T00:00:00.000Z'],
    ['1 Jan 50 00:00:00 +0000', '1950-01-01T00:00:00.000Z'],
    ['1 Jan 101 00:00:00 +0000', '2001-01-01T00:00:00.000Z'],
    ['Sat, 29 Feb 2020 10:00:60 +0530', '2020-02-29T04:30:59.000Z'],
    ['29 Feb 2023 10:00:00 +0000', undefined],
    ['1 Jan 0000 00:00:00 +0000', undefined],
  ])('%s', (text, expected) => expect(isoOf(text)).toBe(expected))
})

describe('what is wrong with a date is told', () => {
  test.each([
    ['Mon, 01 Jan 0001 00:00:00 +0000', 'it is the one of a time that was never set'],
    ['Sun, 31 Dec 1899 10:00:00 +0000', 'the year is before 1900'],
    ['Tue, 01 Jan 2024 10:00:00 +0000', 'that day is a Monday'],
    ['Di, 02 Jan 2024 10:00:00 +0000', 'write it as Mon, 02 Jan 2023 10:00:00 +0000'],
    ['Mon, 01 Jan 2024 10:00:00 +9999', 'the zone +9999 is not known, write it as +0000'],
    ['Mon, 01 Jan 2024 10:00:00 CEST', 'the zone CEST is not known, write it as +0000'],
    ['Mon, 01 Jan 2024 10:00:00', 'the zone is missing, such as +0000'],
    ['Mon, 01 Jan 2024 10:00:00 +0000 x', 'more stands behind it'],
    ['Mon, 01 Jan 2024 10:00:00 +0959', undefined],
    ['mon, 1 jan 2024 10:00 gmt (winter)', undefined],
    ['1 Jan 1900 00:00:00 +0000', undefined],
  ])('%s', (text, flaw) => expect(readDate(text)?.flaw).toBe(flaw))

  test('in the problem, behind the date', () => {
    const facts = indexText(`${properHeader.replace('Mon, 2 Jan', 'Tue, 2 Jan')}Subject: s\n\nHello`)

    expect(facts.problems).toEqual([
      {
        code: 'badDate',
        severity: 'error',
        message:
          'The Date field is no date of a message: Tue, 2 Jan 2023 10:00:00 +0000; that day is a Monday (RFC 5322 §3.3)',
        where: 'Date',
      },
    ])
  })
})

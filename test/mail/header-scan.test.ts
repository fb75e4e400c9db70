import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanHeaders } from '#mailhold/mail/header-scan.js'
import { crlf } from '../support/mail-index.js'

const problem = { code: 'parserGaveUp', severity: 'error', message: 'It took too long.' } as const

test('the fall-back lists the header and leaves the body alone', () => {
  const message = crlf(
    'From: Ada <ada@example.com>\nSubject: =?utf-8?Q?Caf=C3=A9?=\nContent-Type: text/plain\n\nbody',
  )

  const facts = scanHeaders(message, 1_000_000, problem)

  expect(facts.subject).toBe('Café')
  expect(facts.from).toEqual([{ name: 'Ada', address: 'ada@example.com' }])
  expect(facts.headerSize).toBe(message.length - 4)
  expect(facts.root).toMatchObject({ path: '1', bodyStart: message.length - 4, end: 1_000_000, children: [] })
  expect(facts.problems).toEqual([problem])
})

test('the fall-back never throws', () => {
  fc.assert(fc.property(fc.uint8Array(), (octets) => void scanHeaders(octets, octets.length, problem)))
})

// The published schema and the reader that judges requests say the same.

import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { readAssertion, readWait } from '#mailhold/assert/read-expectation.js'
import { criteriaDocument } from '#mailhold/http/routes/criteria-schema.js'
import { startServer } from '../../support/http.js'

const document = criteriaDocument()
const validator = Schema.Compile({ ...document, anyOf: undefined, $ref: '#/$defs/Wait' })
const assertions = Schema.Compile({ ...document, anyOf: undefined, $ref: '#/$defs/Assertion' })

const isRead = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch {
    return false
  }
}

const good: readonly unknown[] = [
  { match: {} },
  { match: { subject: 'Welcome' } },
  { match: { subject: { contains: 'Welcome', ignoreCase: true } } },
  { match: { subject: { not: { contains: 'a', not: { equals: 'b' } } } } },
  { match: { from: '*@example.com', to: { exists: true }, cc: { glob: '*' } } },
  { match: { bcc: 'a@b.c', recipient: '@b.c', replyTo: { endsWith: '.c' } } },
  { match: { body: { matches: '^Your code: [0-9]{6}$' } } },
  { match: { link: 'Confirm' } },
  { match: { link: { text: 'Confirm', href: { startsWith: 'https://' } } } },
  { match: { link: { contains: 'Confirm', ignoreCase: false } } },
  { match: { attachment: '*.pdf' } },
  { match: { attachment: { filename: '*.pdf', contentType: 'application/*', size: { min: 1, max: 9 } } } },
  { match: { header: { name: 'X-Mailer' } } },
  { match: { header: { name: 'X-Mailer', startsWith: 'Shop', ignoreCase: true } } },
  { match: { size: 12 } },
  { match: { size: { max: 1_000_000 } } },
  { match: { tag: 'a', inbox: 'b', messageId: '<a@b>', code: '123456' } },
  { match: {}, name: 'n', inbox: 'w1', after: 'start', timeout: '10s', settle: '500ms' },
  { match: {}, count: 0 },
  { match: {}, count: { min: 1, max: 3 }, return: 'summary' },
  { match: {}, each: [{ html: { exists: true } }, {}], until: { text: 'Done' } },
  { match: {}, timeout: '1.5s' },
]

const bad: readonly unknown[] = [
  {},
  [],
  'text',
  null,
  { match: 'Welcome' },
  { match: [] },
  { match: { subjct: 'a' } },
  { match: { subject: 7 } },
  { match: { subject: null } },
  { match: { subject: { contain: 'a' } } },
  { match: { subject: { contains: '' } } },
  { match: { subject: { contains: 'a', ignoreCase: 'yes' } } },
  { match: { subject: { exists: 'true' } } },
  { match: { subject: { not: { contian: 'a' } } } },
  { match: { subject: { matches: 'a'.repeat(501) } } },
  { match: { subject: 'a'.repeat(10_001) } },
  { match: { link: { txt: 'a' } } },
  { match: { link: { href: 1 } } },
  { match: { attachment: { size: '12' } } },
  { match: { attachment: { filename: { start: 'a' } } } },
  { match: { header: {} } },
  { match: { header: { name: '' } } },
  { match: { header: { name: 'X Mailer' } } },
  { match: { header: 'X-Mailer' } },
  { match: { size: -1 } },
  { match: { size: 1.5 } },
  { match: { size: {} } },
  { match: { size: { minimum: 1 } } },
  { match: {}, count: -1 },
  { match: {}, count: 1.5 },
  { match: {}, count: '1' },
  { match: {}, count: {} },
  { match: {}, count: { atLeast: 1 } },
  { match: {}, count: 100_001 },
  { match: {}, each: {} },
  { match: {}, each: Array.from({ length: 21 }, () => ({})) },
  { match: {}, until: 'Done' },
  { match: {}, return: 'all' },
  { match: {}, timeout: 10 },
  { match: {}, timeout: '10' },
  { match: {}, timeout: '10 s' },
  { match: {}, settle: 'soon' },
  { match: {}, inbox: '' },
  { match: {}, inbox: 'w9.mailhold.test' },
  { match: {}, after: 7 },
  { match: {}, tiemout: '1s' },
  { matc: {} },
  JSON.parse('{"match": {"__proto__": "a"}}'),
  JSON.parse('{"match": {}, "__proto__": {}}'),
]

describe('one expectation', () => {
  test.each(good.map((request) => [JSON.stringify(request), request]))('%s is right', (_text, request) => {
    expect([validator.Check(request), isRead(() => readWait(request))]).toEqual([true, true])
  })

  test.each(bad.map((request) => [JSON.stringify(request)?.slice(0, 80), request]))(
    '%s is wrong',
    (_text, request) => {
      expect([validator.Check(request), isRead(() => readWait(request))]).toEqual([false, false])
    },
  )
})

const goodAssertions: readonly unknown[] = [
  { expectations: [{ match: {} }] },
  { expectations: good, order: 'strict', inbox: 'w1', after: 'start', timeout: '5s', settle: '0s' },
]

const badAssertions: readonly unknown[] = [
  {},
  { expectations: [] },
  { expectations: {} },
  { expectations: [{ match: {} }], order: 'loose' },
  { expectations: [{ match: {} }], match: {} },
  { expectations: [{}] },
  { expectations: [...good, bad[6]] },
  { expectations: Array.from({ length: 101 }, () => ({ match: {} })) },
]

test.each(goodAssertions)('assertion %# is right', (request) => {
  expect([assertions.Check(request), isRead(() => readAssertion(request))]).toEqual([true, true])
})

test.each(badAssertions)('assertion %# is wrong', (request) => {
  expect([assertions.Check(request), isRead(() => readAssertion(request))]).toEqual([false, false])
})

test('a file may hold an assertion, its list of expectations alone, or one expectation', () => {
  const file = Schema.Compile(document)
  const list = [{ match: { subject: 'Welcome' } }]

  expect([{ expectations: list }, list, list[0]].map((one) => file.Check(one))).toEqual([true, true, true])
  expect([[], [{ match: { subjct: 'x' } }], 'x'].map((one) => file.Check(one))).toEqual([false, false, false])
})

test('it is published, and the API document has the same criteria', async () => {
  const server = await startServer()
  const published = await server.json<typeof document>('/v1/criteria.schema.json')
  const api = await server.json<{ components: { schemas: Record<string, { properties?: object }> } }>(
    '/v1/openapi.json',
  )
  await server.mailhold.stop()

  expect(published).toEqual(JSON.parse(JSON.stringify(document)))
  const { Criteria } = api.components.schemas
  expect(Object.keys(Criteria?.properties ?? {})).toHaveLength(19)
  expect(JSON.stringify(published)).not.toContain('#/components')
})

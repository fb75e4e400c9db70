import { expect, it } from 'vitest'
import { allPass, compileCriteria } from '#mailhold/query/criteria/compile-criteria.js'
import type { Criteria } from '#mailhold/query/criteria/criteria.js'
import { matches } from '#mailhold/query/match-search.js'
import { makeSubject, person } from '../messages.js'

const mail = makeSubject({
  summary: {
    size: 2_000,
    tags: ['release'],
    inboxes: ['w1', 'default'],
    bcc: [person('hidden@example.com')],
  },
  rcpt: ['Bob@Example.com', 'hidden@example.com'],
  facts: {
    subject: 'Confirm  your\u00a0account, Zoe\u0308',
    from: [person('shop@sales.example.com', 'The Shop')],
    to: [person('Bob@Example.com', 'Bob'), person('eve+news@example.com')],
    cc: [person('postmaster')],
    replyTo: [person('help@example.com')],
    messageId: 'Abc@x.test',
    headers: [
      { name: 'X-Mailer', value: 'PHP Mailer 5', raw: '' },
      { name: 'Received', value: 'first', raw: '' },
      { name: 'Received', value: 'second', raw: '' },
    ],
    links: [
      { text: 'Confirm your account', href: 'https://app.test/confirm?t=1', part: '1' },
      { text: 'Unsubscribe', href: 'https://app.test/leave', part: '1' },
    ],
    codes: [{ value: '481516', confidence: 1, near: 'your code' }],
    attachments: [
      {
        part: '2',
        filename: 'invoice-4711.pdf',
        contentType: 'application/pdf',
        size: 300,
        disposition: 'attachment',
        sha256: '',
      },
      {
        part: '3',
        filename: 'logo.png',
        contentType: 'image/png',
        size: 20,
        disposition: 'inline',
        sha256: '',
      },
    ],
  },
  bodies: {
    text: 'Hello Bob,\r\nuse 481516.\r\n',
    html: '<p>Hello <b>Bob</b> &amp; Eve</p>',
    htmlText: 'Hello Bob & Eve',
  },
})

const table: readonly (readonly [criteria: Criteria, holds: boolean])[] = [
  [{}, true],
  [{ from: 'SHOP@sales.example.com' }, true],
  [{ from: 'shop@example.com' }, false],
  [{ from: 'The Shop' }, false],
  [{ from: '@sales.example.com' }, true],
  [{ from: '*@*.example.com' }, true],
  [{ from: { equals: 'Shop@sales.example.com' } }, true],
  [{ from: { equals: 'Shop@sales.example.com', ignoreCase: false } }, false],
  [{ from: { contains: 'SALES' } }, true],
  [{ to: 'bob@example.com' }, true],
  [{ to: 'eve+news@example.com' }, true],
  [{ to: 'eve@example.com' }, false],
  [{ to: { startsWith: 'eve', endsWith: '@example.com' } }, true],
  [{ to: { startsWith: 'eve', not: { endsWith: 'example.com' } } }, false],
  [{ to: { not: 'ada@example.com' } }, true],
  [{ to: { not: 'bob@example.com' } }, false],
  [{ to: 'hidden@example.com' }, false],
  [{ bcc: 'hidden@example.com' }, true],
  [{ recipient: 'hidden@example.com' }, true],
  [{ recipient: 'postmaster' }, false],
  [{ cc: 'postmaster' }, true],
  [{ replyTo: 'help@example.com' }, true],
  [{ replyTo: { exists: false } }, false],
  [{ subject: 'Confirm your account, Zoë' }, true],
  [{ subject: ' Confirm your  account, Zoë ' }, true],
  [{ subject: 'confirm your account, Zoë' }, false],
  [{ subject: { equals: 'confirm your account, zoë', ignoreCase: true } }, true],
  [{ subject: 'Confirm your account' }, false],
  [{ subject: { startsWith: 'Confirm your' } }, true],
  [{ subject: { contains: 'our acc' } }, true],
  [{ subject: { endsWith: 'Zoë' } }, true],
  [{ subject: { glob: 'Confirm*Zoë' } }, true],
  [{ subject: { glob: 'Confirm' } }, false],
  [{ subject: { matches: '^Confirm .*Zo.$' } }, true],
  [{ subject: { matches: 'CONFIRM' } }, false],
  [{ subject: { matches: 'CONFIRM', ignoreCase: true } }, true],
  [{ subject: { not: { contains: 'Reset' } } }, true],
  [{ subject: { not: { contains: 'your' } } }, false],
  [{ subject: { not: 'confirm your account, zoë', ignoreCase: true } }, false],
  [{ subject: { not: { not: { contains: 'your' } } } }, true],
  [{ subject: { exists: true } }, true],
  [{ body: 'use 481516' }, true],
  [{ body: 'Bob,\nuse' }, true],
  [{ body: 'Bob & Eve' }, true],
  [{ body: { not: { contains: 'Eve' } } }, false],
  [{ text: 'Bob & Eve' }, false],
  [{ text: 'Hello' }, true],
  [{ html: '<b>Bob</b>' }, true],
  [{ html: 'Bob & Eve' }, true],
  [{ html: '481516' }, false],
  [{ html: { exists: true } }, true],
  [{ link: 'confirm' }, true],
  [{ link: 'https://app.test/leave' }, true],
  [{ link: 'app.test' }, false],
  [{ link: { contains: 'app.test' } }, true],
  [{ link: { text: 'confirm', href: { contains: 't=1' } } }, true],
  [{ link: { text: 'confirm', href: 'https://app.test/leave' } }, false],
  [{ link: { href: { startsWith: 'https://app.test/' }, text: { not: 'confirm' } } }, true],
  [{ link: { href: { contains: 't=1' }, text: { not: 'confirm' } } }, false],
  [{ link: { text: { exists: false } } }, false],
  [{ link: { not: 'Forgot' } }, true],
  [{ link: { exists: true } }, true],
  [{ code: '481516' }, true],
  [{ code: { matches: '^\\d{6}$' } }, true],
  [{ code: '48151' }, false],
  [{ attachment: '*.pdf' }, true],
  [{ attachment: '*.PDF' }, false],
  [{ attachment: { glob: '*.PDF', ignoreCase: true } }, true],
  [{ attachment: { filename: '*.pdf', size: { min: 300 } } }, true],
  [{ attachment: { filename: '*.png', size: { min: 300 } } }, false],
  [{ attachment: { contentType: 'Image/*', size: 20 } }, true],
  [{ attachment: { exists: false } }, false],
  [{ tag: 'release' }, true],
  [{ tag: 'Release' }, false],
  [{ inbox: 'W1' }, true],
  [{ inbox: 'w2' }, false],
  [{ messageId: '<Abc@x.test>' }, true],
  [{ messageId: 'Abc@x.test' }, true],
  [{ messageId: 'abc@x.test' }, false],
  [{ header: { name: 'x-mailer' } }, true],
  [{ header: { name: '__proto__' } }, false],
  [{ header: { name: 'X-Mailer', contains: 'Mailer' } }, true],
  [{ header: { name: 'Received', equals: 'second' } }, true],
  [{ header: { name: 'Received', not: 'second' } }, false],
  [{ header: { name: 'X-Other', not: 'x' } }, true],
  [{ header: { name: 'X-Other', exists: false } }, true],
  [{ size: 2_000 }, true],
  [{ size: { min: 2_001 } }, false],
  [{ size: { min: 2_000, max: 2_000 } }, true],
  [{ subject: { contains: 'account' }, to: 'bob@example.com', code: '000' }, false],
]

for (const [criteria, holds] of table) {
  it(`${JSON.stringify(criteria)}: ${holds}`, () => {
    const compiled = compileCriteria(criteria)

    const results = compiled.evaluate(mail)

    expect(allPass(results)).toBe(holds)
    expect(results.map(({ criterion }) => criterion)).toEqual(compiled.criteria)
    if (holds) expect(matches(compiled.narrow, mail)).toBe(true)
  })
}

it('every criterion is judged, also after one has failed', () => {
  const { evaluate } = compileCriteria({
    subject: 'x',
    to: { contains: 'bob', endsWith: '.net' },
    code: '481516',
  })

  expect(evaluate(mail).map(({ criterion, pass }) => [criterion.path, criterion.operator, pass])).toEqual([
    ['subject', 'equals', false],
    ['to', 'contains', true],
    ['to', 'endsWith', false],
    ['code', 'equals', true],
  ])
})

it('results show what was looked at, and nothing where the mail has no such thing', () => {
  const { evaluate } = compileCriteria({
    to: 'x@y.test',
    header: { name: 'X-No', equals: '1' },
    size: { max: 1 },
  })

  expect(evaluate(mail).map(({ values }) => values)).toEqual([
    ['Bob@Example.com', 'eve+news@example.com'],
    [],
    ['2000'],
  ])
})

it('what a store can narrow is asked of it', () => {
  const { narrow } = compileCriteria({
    to: 'Bob@Example.com',
    subject: { startsWith: 'Confirm your acc' },
    body: 'x',
  })

  expect(narrow).toEqual({
    kind: 'and',
    operands: [
      { kind: 'is', condition: { field: 'to', pattern: { form: 'exact', address: 'Bob@Example.com' } } },
      { kind: 'is', condition: { field: 'subject', words: 'Confirm your', prefix: false } },
    ],
  })
})

it('patterns on which too much time was spent fail and say so, everything else is judged', () => {
  const compiled = compileCriteria({
    subject: { matches: 'Confirm' },
    to: { not: { matches: 'x' } },
    code: '481516',
  })

  const results = compiled.evaluateWithoutPatterns(mail)

  expect(compiled.hasPatterns).toBe(true)
  expect(results.map(({ pass, isOutOfTime }) => [pass, isOutOfTime])).toEqual([
    [false, true],
    [false, true],
    [true, false],
  ])
})

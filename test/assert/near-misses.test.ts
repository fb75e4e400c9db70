import { describe, expect, it } from 'vitest'
import type { Criteria } from '#mailhold/query/criteria/criteria.js'
import { person, type Sketch } from '../query/messages.js'
import { failureOf } from './evidence.js'

const link = (text: string, href: string) => ({ text, href, part: '1' })
const file = (filename: string, contentType: string, size: number) => ({
  part: '2',
  filename,
  contentType,
  size,
  disposition: 'attachment',
  sha256: '',
})
const titled = (subject: string): Sketch => ({ facts: { subject } })
const toAda: Sketch = {
  facts: { to: [person('ada+signup@example.com', 'Ada Lovelace')], cc: [person('bob@example.com')] },
  rcpt: ['ada+signup@example.com', 'bob@example.com', 'eve@example.com'],
}
const both: Sketch = {
  facts: { subject: 'Your invoice 4711', visibleText: 'Pay until Friday. Reference 4812.' },
  bodies: {
    text: 'Pay until Friday.\r\nReference 4812.',
    html: '<p>Pay <b>now</b> with one click</p>',
    htmlText: 'Pay now with one click',
  },
}
const htmlOnly: Sketch = { bodies: { html: '<p>Hello Ada</p>', htmlText: 'Hello Ada' } }
const linked: Sketch = {
  facts: {
    links: [link('Confirm', 'https://app.test/confirm?t=1'), link('Leave', 'https://app.test/leave')],
  },
}

type Row = readonly [what: string, criteria: Criteria, mail: Sketch, hint: string]

describe('the nearest mail tells what differs', () => {
  const rows: readonly Row[] = [
    ['case', { subject: 'Confirm your account' }, titled('Confirm Your Account'), 'differs only in case'],
    ['white space', { body: 'until Friday. Reference' }, both, 'differs only in white space'],
    [
      'a no-break space',
      { attachment: 'Sales report.pdf' },
      { facts: { attachments: [file('Sales\u00a0report.pdf', 'application/pdf', 9)] } },
      'no-break spaces count',
    ],
    ['an invisible character', { subject: 'Welcome' }, titled('Wel\u200bcome'), 'invisible characters'],
    [
      'a soft hyphen',
      { subject: { contains: 'newsletter' } },
      titled('Our news\u00adletter'),
      'invisible characters',
    ],
    ['curly quotes', { subject: "Don't miss it" }, titled('Don’t miss it'), 'other Unicode characters'],
    ['full-width letters', { subject: 'SALE' }, titled('ＳＡＬＥ'), 'other Unicode characters'],
    ['accents', { subject: 'Deja vu' }, titled('Déjà vu'), 'differs only in accents'],
    [
      'several of these',
      { subject: "don't miss cafe" },
      titled('DON’T  miss\u00a0Café'),
      'case, white space and the way',
    ],
    ['equals for contains', { subject: 'Confirm' }, titled('Confirm your account'), 'use contains'],
    [
      'equals for contains in other case',
      { subject: 'confirm' },
      titled('Confirm your account'),
      'use contains with ignoreCase',
    ],
    [
      'startsWith for contains',
      { subject: { startsWith: 'Confirm' } },
      titled('Re: Confirm'),
      'use contains',
    ],
    [
      'a star that is no wildcard',
      { subject: 'Confirm*' },
      titled('Confirm your account'),
      '{glob: "Confirm*"}',
    ],
    [
      'a glob of a piece',
      { subject: { glob: 'Confirm' } },
      titled('Confirm your account'),
      'write *Confirm*',
    ],
    [
      'a pattern meant as text',
      { subject: { matches: 'Total (EUR)' } },
      titled('Total (EUR)'),
      'use contains',
    ],
    ['slashes around a pattern', { subject: { matches: '/confirm/i' } }, titled('Confirm'), 'leave them out'],
    ['a plus tag', { to: 'ada@example.com' }, toAda, 'ada*@example.com takes any tag'],
    ['a display name', { to: 'Ada Lovelace' }, toAda, 'compare addresses, not display names'],
    ['a name and an address', { to: 'Ada Lovelace <ada+signup@example.com>' }, toAda, 'compare addresses'],
    [
      'a name beside the only address',
      { recipient: 'Ada <eve@example.com>' },
      toAda,
      'write "eve@example.com"',
    ],
    ['a + that became a blank', { to: 'ada signup@example.com' }, toAda, 'write + as %2B'],
    ['a list of addresses', { to: 'ada@example.com, bob@example.com' }, toAda, 'a list is not taken'],
    [
      'a domain in ASCII',
      { to: 'ada@xn--bcher-kva.example' },
      { facts: { to: [person('Ada@bücher.example')] } },
      'the same address with its domain in the other spelling; the mail has "Ada@bücher.example"',
    ],
    [
      'a domain in Unicode',
      { to: 'ada@Bücher.example' },
      { facts: { to: [person('ada@xn--bcher-kva.example')] } },
      'in the other spelling',
    ],
    ['another address field', { to: 'bob@example.com' }, toAda, 'in Cc; ask for cc instead'],
    ['the envelope only', { to: 'eve@example.com' }, toAda, 'only in the envelope; ask for recipient'],
    ['another domain', { to: 'ada+signup@example.org' }, toAda, 'other domain'],
    ['HTML only', { text: 'Hello Ada' }, htmlOnly, 'this mail is HTML only'],
    ['in the HTML, not the text', { text: 'one click' }, both, 'found in the HTML but not in the text part'],
    [
      'in the text, not the HTML',
      { html: 'until Friday' },
      both,
      'found in the text part but not in the HTML',
    ],
    ['no HTML at all', { html: { exists: true } }, { bodies: { text: 'Hello' } }, 'this mail has no HTML'],
    ['HTML that is not there', { html: 'Hello' }, titled('x'), 'neither text nor HTML'],
    ['text that is not there', { text: 'Hello' }, titled('x'), 'neither text nor HTML'],
    ['a body that is not there', { body: 'Hello' }, titled('x'), 'neither text nor HTML'],
    [
      'an address as it stands in the text, of which the source of the HTML has entities',
      { html: 'confirm?t=1&u=2' },
      {
        bodies: {
          text: 'https://app.test/confirm?t=1&u=2',
          html: '<a href="https://app.test/confirm?t=1&amp;u=2">Confirm</a>',
          htmlText: 'Confirm',
        },
      },
      'has entities (&amp; for &)',
    ],
    [
      'quotes that are entities by number',
      { html: `title="Ada's"` },
      { bodies: { html: '<a title="Ada&#39;s">x</a>', htmlText: 'x' } },
      'has entities',
    ],
    ['in the subject, not the body', { body: 'invoice 4711' }, both, 'stands in the subject'],
    ['in the body, not the subject', { subject: 'Pay now with one click' }, both, 'stands in the body'],
    ['no links', { link: 'Confirm' }, titled('x'), 'no links at all'],
    [
      'text and href of different links',
      { link: { text: 'Confirm', href: 'https://app.test/leave' } },
      linked,
      'another link has it',
    ],
    ['a piece of an href', { link: 'app.test/confirm' }, linked, 'use {href: {contains: …}}'],
    ['digits that are no code', { code: '4812' }, both, 'not taken for a code'],
    ['no code', { code: '9999' }, titled('x'), 'no code was found'],
    ['no attachment', { attachment: '*.pdf' }, titled('x'), 'no attachments'],
    [
      'an attachment in other case',
      { attachment: '*.pdf' },
      { facts: { attachments: [file('INVOICE.PDF', 'application/pdf', 9)] } },
      'differs only in case',
    ],
    [
      'an attachment of another size',
      { attachment: { filename: '*.pdf', size: { min: 10 } } },
      { facts: { attachments: [file('a.pdf', 'application/pdf', 9)] } },
      '1 octet too small',
    ],
    [
      'a misspelt header',
      { header: { name: 'X-Mailler' } },
      { facts: { headers: [{ name: 'X-Mailer', value: '1', raw: '' }] } },
      'it has "X-Mailer"',
    ],
    ['a mail that is too large', { size: { max: 60 } }, titled('x'), '40 octets too large'],
  ]
  for (const [what, criteria, mail, hint] of rows) {
    it(what, () => {
      const { nearest, reason } = failureOf({ match: criteria }, [mail])

      const failed = nearest[0]?.criteria.find(({ pass }) => !pass)

      expect(reason).toBe('timeout')
      expect(failed?.hint).toContain(hint)
    })
  }

  it('nothing is hinted where nothing is near', () => {
    const { nearest } = failureOf({ match: { subject: 'Confirm' } }, [titled('Reset your password')])

    expect(nearest[0]?.criteria).toEqual([
      { path: 'subject', op: 'equals', pass: false, expected: 'Confirm', actual: 'Reset your password' },
    ])
  })
})

describe('nearness', () => {
  it('a criterion more counts for more than recency; of equals the newest is nearest; three are shown', () => {
    const match = { subject: 'Welcome', to: 'ada@example.com' }
    const near: Sketch = { facts: { subject: 'Welcom', to: [person('ada@example.com')] } }
    const { nearest } = failureOf({ match }, [titled('a'), near, titled('b'), near, titled('c')])

    expect(nearest.map(({ id }) => id)).toEqual(['m4', 'm2', 'm5'])
  })

  it('a matched mail that fails each is shown with what it lacks', () => {
    const { reason, nearest } = failureOf(
      { match: { subject: 'Invoice' }, each: [{ attachment: '*.pdf' }] },
      [titled('Invoice')],
    )

    expect(reason).toBe('each')
    expect(nearest[0]?.criteria.map(({ path, pass }) => [path, pass])).toEqual([
      ['subject', true],
      ['attachment', false],
    ])
  })

  it('what was there is cut at 200 characters and its invisible characters are shown', () => {
    const { nearest } = failureOf({ match: { subject: 'x' } }, [titled(`a\u00adb${'c'.repeat(300)}`)])

    expect(nearest[0]?.criteria[0]?.actual).toBe(`a<U+00AD>b${'c'.repeat(197)}…`)
  })
})

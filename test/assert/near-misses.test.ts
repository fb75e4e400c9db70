import { describe, expect, it } from 'vitest'
import type { Evidence } from '#mailhold/assert/evidence.js'
import type { Criteria } from '#mailhold/query/criteria/criteria.js'
import { makeMessage, person, type Sketch } from '../query/messages.js'
import { failureOf, quietSmtp } from './evidence.js'

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
    ['no HTML at all', { html: { exists: true } }, titled('x'), 'this mail has no HTML'],
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

describe('the verdict tells why no mail matched', () => {
  const stray = (inboxes: readonly string[], receivedAt: number) =>
    makeMessage({ summary: { id: 's1', inboxes, receivedAt }, facts: { subject: 'Welcome' } }).summary
  const welcome = { inbox: 'w1', match: { subject: 'Welcome' } }
  const seen = (smtp: Partial<Evidence['smtp']>): Partial<Evidence> => ({ smtp: { ...quietSmtp, ...smtp } })
  const refusal = {
    at: 0,
    stage: 'rcpt' as const,
    reply: '550 5.1.1 no such user',
    recipient: 'ada@example.com',
  }
  const rows: readonly (readonly [what: string, more: Partial<Evidence>, hint: string, text: string])[] = [
    ['nobody connected', seen({ sessions: 0 }), 'nobodyConnected', 'host and port localhost:1025'],
    ['no listener', seen({ sessions: 0, listeners: [] }), 'nobodyConnected', 'no SMTP listener is on'],
    ['a connection without a mail', seen({}), 'connectedOnly', '1 SMTP connection came, but no mail'],
    [
      'STARTTLS while off',
      seen({ problems: [{ code: 'starttlsOff', message: '' }] }),
      'startTlsOff',
      '--starttls',
    ],
    [
      'a failed handshake',
      seen({ problems: [{ code: 'tlsFailed', message: 'The TLS handshake failed' }] }),
      'sessionProblem',
      'handshake failed',
    ],
    [
      'AUTH refused',
      seen({ rejected: [{ at: 0, stage: 'auth', reply: '535 5.7.8 bad' }] }),
      'authRefused',
      '535 5.7.8',
    ],
    [
      'a refused recipient',
      seen({ rejected: [refusal] }),
      'rejected',
      'for ada@example.com was refused at RCPT',
    ],
    [
      'a fault rule that refused',
      seen({ rejected: [{ ...refusal, faultRule: 'f1' }] }),
      'faultFired',
      'did the app try again?',
    ],
    [
      'a fault rule that delayed',
      seen({ faultsFired: [{ rule: 'f2', did: 'delay 2s' }] }),
      'faultFired',
      'f2 fired: delay 2s',
    ],
    ['too late', seen({ openTransactions: 1 }), 'tooLate', '1 SMTP transaction still open'],
    [
      'before the window',
      { strays: [{ message: stray(['w1'], 56_800), where: 'before' }] },
      'beforeWindow',
      '3.2 s before',
    ],
    [
      'another inbox',
      { strays: [{ message: stray(['w2'], 0), where: 'otherInbox' }] },
      'otherInbox',
      'is in inbox w2, not in w1',
    ],
    [
      'an empty inbox beside full ones',
      { keptElsewhere: 3 },
      'emptyInbox',
      '3 mails were kept in other inboxes',
    ],
  ]
  for (const [what, more, hint, text] of rows) {
    it(what, () => {
      const { hints } = failureOf(welcome, [], more)

      expect(hints.find(({ name }) => name === hint)?.text).toContain(text)
    })
  }

  it('before the last minute, when neither inbox nor after was given', () => {
    const window = { inbox: undefined, from: 60_000, began: 120_000, isDefault: true }
    const { hints } = failureOf(welcome, [], {
      window,
      strays: [{ message: stray(['w1'], 0), where: 'before' }],
    })

    expect(hints[0]?.text).toContain('give after=start')
  })

  it('with the mails that do not count, and why', () => {
    const { elsewhere } = failureOf(welcome, [], {
      strays: [
        { message: stray(['w1'], 56_800), where: 'before' },
        { message: stray(['w2', 'w3'], 61_000), where: 'otherInbox' },
      ],
    })

    expect(elsewhere.map(({ why }) => why)).toEqual([
      '"Welcome" matches but came 3.2 s before the time that was looked at',
      '"Welcome" matches but is in inbox w2, w3, not in w1',
    ])
  })

  it('a look without waiting', () => {
    const { hints } = failureOf({ ...welcome, timeout: '0s' }, [])

    expect(hints.map(({ name }) => name)).toContain('tooEarly')
  })

  it('the same mail twice', () => {
    const mail: Sketch = { facts: { subject: 'Welcome' }, rcpt: ['ada@example.com'] }
    const { reason, hints, nearest } = failureOf({ ...welcome, count: 1 }, [mail, mail])

    expect(reason).toBe('tooMany')
    expect(hints[0]).toEqual({
      name: 'duplicate',
      text: 'the last two are the same mail to the same recipients, 0 ms apart: the app sent it twice',
    })
    expect(nearest).toEqual([])
  })

  it('a barrier that never came', () => {
    const { reason, hints } = failureOf({ ...welcome, until: { subject: 'End' } }, [titled('Welcome')])

    expect(reason).toBe('barrier')
    expect(hints[0]?.text).toContain('1 matched until then')
  })

  it('some but not all', () => {
    const { hints } = failureOf({ ...welcome, count: { min: 3 } }, [titled('Welcome'), titled('Welcom')])

    expect(hints[0]?.text).toContain('1 of 3 came')
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

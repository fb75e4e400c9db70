import { describe, expect, it } from 'vitest'
import type { Evidence } from '#mailhold/assert/evidence.js'
import { makeMessage, type Sketch } from '../query/messages.js'
import { began, failureOf, quietSmtp } from './evidence.js'

const titled = (subject: string): Sketch => ({ facts: { subject } })
describe('the verdict tells why no mail matched', () => {
  const stray = (inboxes: readonly string[], receivedAt: number) =>
    makeMessage({ summary: { id: 's1', inboxes, receivedAt }, facts: { subject: 'Welcome' } }).summary
  const welcome = { inbox: 'w1', match: { subject: 'Welcome' } }
  const seen = (smtp: Partial<Evidence['smtp']>): Partial<Evidence> => ({ smtp: { ...quietSmtp, ...smtp } })
  const refusal = {
    at: began,
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
      seen({ rejected: [{ at: began, stage: 'auth', reply: '535 5.7.8 bad' }] }),
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
      seen({ faultsFired: [{ at: began, rule: 'f2', did: 'delay 2s' }] }),
      'faultFired',
      'f2 fired: delay 2s',
    ],
    ['too late', seen({ openTransactions: 1 }), 'tooLate', '1 SMTP transaction still open'],
    [
      'before the window',
      { strays: [{ message: stray(['w1'], 56_800), where: 'before' }] },
      'beforeWindow',
      'a matching mail came 3.2 s before the wait, before the place that "after" names',
    ],
    [
      'another inbox',
      { strays: [{ message: stray(['w2'], 0), where: 'otherInbox' }] },
      'otherInbox',
      'is in inbox w2, not in w1',
    ],
    [
      'an empty inbox beside full ones',
      { kept: { here: 0, inOtherInboxes: 3, meanwhile: 0 } },
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

  describe('and does not take for a cause', () => {
    const namesOf = (mails: readonly Sketch[], more: Partial<Evidence>): readonly string[] =>
      failureOf(welcome, mails, more).hints.map(({ name }) => name)

    it('a connection that brought a mail', () => {
      expect(namesOf([], seen({ sessionsWithMail: 1 }))).not.toContain('connectedOnly')
    })

    it('a connection that was kept open after an earlier mail: nobody came', () => {
      const { hints } = failureOf(welcome, [], seen({ sessionsWithMail: 1, keptOpen: 1 }))

      expect(hints[0]?.text).toContain('beside 1 that stayed open and brought nothing more')
    })

    it('what went wrong on a connection, where mail did come to the inbox', () => {
      const troubles = seen({
        problems: [
          { code: 'starttlsOff', message: '' },
          { code: 'tlsFailed', message: 'The TLS handshake failed' },
        ],
        rejected: [{ at: began, stage: 'auth', reply: '535 5.7.8 bad' }],
      })

      expect(namesOf([titled('Invoice')], troubles)).toEqual([])
    })

    it('mail that lay in the inbox for long: nobody came', () => {
      const more = { ...seen({ sessions: 0 }), kept: { here: 0, inOtherInboxes: 0, meanwhile: 0 } }

      expect(namesOf([titled('Invoice')], more)).toEqual(['nobodyConnected'])
    })

    it('an inbox that the app does not know, where a mail for it was refused', () => {
      const kept = { here: 0, inOtherInboxes: 3, meanwhile: 3 }

      expect(namesOf([], { kept, ...seen({ rejected: [{ ...refusal, faultRule: 'f1' }] }) })).toEqual([
        'faultFired',
      ])
    })
  })

  it('before the last minute, when neither inbox nor after was given', () => {
    const window = { inbox: undefined, began: 120_000, isDefault: true }
    const { hints } = failureOf(welcome, [], {
      window,
      strays: [{ message: stray(['w1'], 0), where: 'before' }],
    })

    expect(hints[0]?.text).toContain('came 2 min before the wait')
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
      '"Welcome" matches but came 3.2 s before the wait, before the place from which was looked',
      '"Welcome" matches but is in inbox w2, w3, not in w1',
    ])
  })

  it('a look without waiting', () => {
    const { hints } = failureOf({ ...welcome, timeout: '0s' }, [])

    expect(hints.map(({ name }) => name)).toContain('tooEarly')
  })

  it('the same mail twice', () => {
    const mail: Sketch = { facts: { subject: 'Welcome' }, rcpt: ['ada@example.com'] }
    const { reason, hints, nearest } = failureOf({ ...welcome, count: 1 }, [mail, mail], {
      isRepeated: true,
    })

    expect(reason).toBe('tooMany')
    expect(hints[0]).toEqual({
      name: 'duplicate',
      text: 'the last two are the same mail, 0 ms apart: the app sent it twice',
    })
    expect(nearest).toEqual([])
  })

  it('another mail with the same subject and recipients, which may be a mail of its own', () => {
    const mail: Sketch = { facts: { subject: 'Welcome' }, rcpt: ['ada@example.com'] }
    const { hints } = failureOf({ ...welcome, count: 1 }, [mail, mail])

    expect(hints[0]?.text).toBe(
      'the last two have the same subject and recipients, 0 ms apart: did the app send it twice?',
    )
  })

  it('a barrier that never came', () => {
    const { reason, hints } = failureOf({ ...welcome, until: { subject: 'End' } }, [titled('Welcome')])

    expect(reason).toBe('barrier')
    expect(hints[0]?.text).toContain('1 matched until then')
  })

  it('some but not all', () => {
    const { hints } = failureOf({ ...welcome, count: { min: 3 } }, [titled('Welcome'), titled('Welcom')])

    expect(hints[0]?.text).toBe('1 of 3 came; the nearest of the others are shown')
    expect(failureOf({ ...welcome, count: { min: 3 } }, [titled('Welcome')]).hints[0]?.text).toBe(
      '1 of 3 came, and no other mail',
    )
  })
})

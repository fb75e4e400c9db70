import { expect, it } from 'vitest'
import { assertStory, story } from '#mailhold/assert/story.js'
import type { Met } from '#mailhold/assert/verdict.js'
import { makeMessage, person } from '../query/messages.js'
import { began, failureOf, quietSmtp } from './evidence.js'

const request = { inbox: 'w1', match: { to: 'ada@example.com', subject: 'Confirm your account' } }
const met: Met = {
  name: 'welcome',
  pass: true,
  waitedMs: 230,
  expected: { min: 1 },
  asked: [],
  until: [],
  inbox: undefined,
  matched: [makeMessage({}).summary],
}

it('tells what was expected, what came nearest, and what SMTP saw', () => {
  const verdict = failureOf(
    request,
    [
      {
        summary: { inboxes: ['w1'] },
        facts: { subject: 'Confirm Your Account', to: [person('ada@example.com')] },
      },
    ],
    {
      smtp: {
        ...quietSmtp,
        sessions: 2,
        rejected: [
          { at: began, stage: 'rcpt', reply: '550 5.1.1 no such user', recipient: 'eve@example.com' },
        ],
      },
    },
  )

  expect(story(verdict)).toBe(
    `
Expected at least 1 mail in inbox w1 with
  to equals "ada@example.com" (case ignored)
  subject equals "Confirm your account"
but none came within 10 s; 1 mail did not match.

Hints
  - a mail for eve@example.com was refused at RCPT with "550 5.1.1 no such user"

Nearest: "Confirm Your Account" (m1, inbox w1)
  ok   to equals "ada@example.com"
  FAIL subject equals "Confirm your account"
       actual: "Confirm Your Account"
       hint: differs only in case; add ignoreCase: true if that does not matter

SMTP meanwhile
  2 connections
  refused at RCPT for eve@example.com: 550 5.1.1 no such user`.trimStart(),
  )
})

it('names what each mail had to fulfil beside what was looked for', () => {
  const each = [{ link: { exists: true } }]
  const verdict = failureOf({ match: { subject: 'Confirm' }, each }, [{ facts: { subject: 'Confirm' } }])

  expect(verdict.asked.map(({ path }) => path)).toEqual(['subject', 'link'])
})

it('is short where nothing came', () => {
  const verdict = failureOf({ match: { code: { exists: true } }, timeout: '4s' }, [], {
    smtp: { ...quietSmtp, sessions: 0 },
  })

  expect(story(verdict)).toBe(
    `
Expected at least 1 mail with
  code exists true
but none came within 4 s.

Hints
  - no SMTP connection came during the wait: did the app send, and is its SMTP host and port localhost:1025?

SMTP meanwhile
  0 connections`.trimStart(),
  )
})

it('tells what SMTP did before the wait with its age', () => {
  const verdict = failureOf({ match: {}, timeout: '4s' }, [], {
    smtp: {
      ...quietSmtp,
      sessions: 0,
      last: { endedAt: began - 12_000, kept: 0 },
      rejected: [
        { at: began - 12_500, stage: 'rcpt', reply: '550 5.1.1 no such user', recipient: 'eve@example.com' },
      ],
    },
  })

  expect(story(verdict).split('\n').slice(3)).toEqual([
    'Hints',
    `  - no SMTP connection came during the wait (the last one ended 12 s before the wait and brought no mail): did the app try again?`,
    '  - a mail for eve@example.com was refused at RCPT with "550 5.1.1 no such user", 12.5 s before the wait',
    '',
    'SMTP meanwhile',
    '  0 connections; the last one ended 12 s before the wait and brought no mail',
    '  refused at RCPT for eve@example.com, 12.5 s before the wait: 550 5.1.1 no such user',
  ])
})

it('names the mails that came where there were too many', () => {
  const mail = (id: string, receivedAt: number) => ({
    summary: { id, receivedAt, inboxes: ['w1'] },
    facts: { subject: 'Hi\n' },
    rcpt: ['ada@example.com', 'bob@example.com'],
  })
  const mails = [mail('m7', began - 1_500), mail('m9', began + 230)]
  const verdict = failureOf({ match: { from: { exists: false } }, count: 0 }, mails)

  expect(story(verdict)).toBe(
    `
Expected no mails with
  from exists false
but 2 came.

Hints
  - the last two have the same subject and recipients, 1.7 s apart: did the app send it twice?
  - none may match, 2 did; narrow the criteria, or the inbox, if one of them is another test's

Came
  "Hi\\n" to ada@example.com, bob@example.com (m7, inbox w1), 1.5 s before the wait
  "Hi\\n" to ada@example.com, bob@example.com (m9, inbox w1), 230 ms into the wait

SMTP meanwhile
  1 connection`.trimStart(),
  )
})

it('of many mails that came names the newest', () => {
  const mails = Array.from({ length: 13 }, () => ({ summary: { receivedAt: began } }))

  const { came, ...verdict } = failureOf({ match: {}, count: 1 }, mails)

  expect(came.map(({ id }) => id)).toEqual(['m4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12', 'm13'])
  expect(story({ ...verdict, came })).toContain('Came\n  … 3 before these\n  "" (m4, inbox default)')
})

it('tells a failed assertion with what passed in a line each', () => {
  const failed = failureOf({ name: 'receipt', match: {}, timeout: '1s' }, [])

  expect(assertStory([met, failed]).split('\n').slice(0, 6)).toEqual([
    '1 of 2 expectations not met',
    'ok   1 welcome: 1 mail matched after 230 ms',
    '',
    'FAIL 2 receipt',
    '  Expected at least 1 mail',
    '  but none came within 1 s.',
  ])
  expect(assertStory([met])).toBe('1 expectation met\nok   1 welcome: 1 mail matched after 230 ms')
})

it('no mail can write lines or colours of its own', () => {
  const hostile = '\u001b[31mred\r\nok   1 all is well\u2028x\u202e'
  const verdict = failureOf(request, [{ facts: { subject: hostile, to: [person(hostile, hostile)] } }])

  const text = story(verdict)

  expect(text).not.toMatch(/[^\P{C}\n]|\p{Zl}/u)
  expect(text.split('\n').some((line) => line.startsWith('ok   1 all'))).toBe(false)
})

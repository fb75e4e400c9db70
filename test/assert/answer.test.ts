import { expect, it } from 'vitest'
import { answerAssert, answerWait } from '#mailhold/assert/answer.js'
import type { Met } from '#mailhold/assert/verdict.js'
import { makeMessage } from '../query/messages.js'
import { failureOf } from './evidence.js'

const context = {
  cursor: 's.2',
  lookedFrom: ({ waitedMs }: { waitedMs: number }) => (waitedMs === 230 ? 's.1' : 'start'),
  messages: ({ matched }: { matched: readonly { id: string }[] }) => matched.map(({ id }) => id),
}
const met: Met = {
  name: 'welcome',
  pass: true,
  waitedMs: 230,
  expected: { min: 1 },
  asked: [],
  until: [],
  inbox: undefined,
  matched: [makeMessage({ summary: { id: 'm7' } }).summary],
}

it('a wait that was met is answered with its mails', () => {
  expect(answerWait(met, context)).toEqual({
    pass: true,
    waitedMs: 230,
    matched: 1,
    messages: ['m7'],
    cursor: 's.2',
    lookedFrom: 's.1',
  })
})

it('a wait that was not met is answered with all that explains it', () => {
  const answer = answerWait(failureOf({ match: { subject: 'A' } }, [{ facts: { subject: 'a' } }]), context)

  expect(answer).toMatchObject({
    pass: false,
    reason: 'timeout',
    waitedMs: 10_000,
    expected: { min: 1 },
    matched: 0,
    came: [],
    nearest: [
      {
        id: 'm1',
        subject: 'a',
        criteria: [{ path: 'subject', op: 'equals', pass: false, expected: 'A', actual: 'a' }],
      },
    ],
    elsewhere: [],
    smtp: { sessions: 1, rejected: [], openTransactions: 0 },
    hints: [],
    cursor: 's.2',
  })
  expect(answer).toHaveProperty('text', expect.stringContaining('Expected at least 1 mail with'))
})

it('an assertion is answered expectation by expectation', () => {
  const answer = answerAssert([met, failureOf({ match: { subject: 'A' } }, [])], context)

  expect(answer.pass).toBe(false)
  expect(answer.waitedMs).toBe(10_000)
  expect(answer.lookedFrom).toBe(null)
  expect(answer.expectations[0]).toEqual({
    name: 'welcome',
    lookedFrom: 's.1',
    pass: true,
    matched: 1,
    messages: ['m7'],
  })
  expect(answer.expectations[1]).toMatchObject({
    lookedFrom: 'start',
    pass: false,
    reason: 'timeout',
    nearest: [],
  })
  expect(answer.text).toContain('1 of 2 expectations not met')
  expect(answerAssert([met], context).lookedFrom).toBe('s.1')
})

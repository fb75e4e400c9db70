import { expect, test } from 'vitest'
import { createAttempts, type EndedAttempt } from '#mailhold/mailroom/attempts.js'
import { asSessionId } from '#mailhold/model/ids.js'
import type { Message } from '#mailhold/model/message.js'
import { factsOf, message } from '../store/mail.js'

const sessionId = asSessionId('s1')
const attempt = (at: number, reply = '451 4.3.0 try later'): EndedAttempt => {
  if (sessionId === undefined) throw new Error('no session id')
  return { sessionId, at, reply }
}

/** A kept message; only what attempts look at is real. */
function kept(id: string, messageId: string | undefined, via = 'smtp'): Message {
  const { origin, facts: _prepared, ...made } = message(id, { receivedAt: 5 })
  const { messageId: _, ...others } = factsOf()
  return {
    ...made,
    summary: { ...made, seq: 1 } as unknown as Message['summary'],
    origin: { ...origin, via },
    facts: { ...others, ...(messageId !== undefined && { messageId }) },
  }
}

test('attempts of one Message-ID are told together, oldest first, the accepted one last', () => {
  const book = createAttempts()
  book.note('one@x', attempt(1))
  book.note('two@x', attempt(2))
  book.note('one@x', attempt(3, '452 4.2.2 full'))

  expect(book.attempts(kept('m1', 'one@x')).map(({ reply }) => reply)).toEqual([
    '451 4.3.0 try later',
    '452 4.2.2 full',
    '250 2.0.0 Ok: kept as m1',
  ])
})

test('a message of which nothing is remembered was accepted once', () => {
  const one = { sessionId: 'session1', at: 5, reply: '250 2.0.0 Ok: kept as m1' }
  expect(createAttempts().attempts(kept('m1', 'one@x'))).toMatchObject([one])
  expect(createAttempts().attempts(kept('m1', undefined))).toMatchObject([one])
  expect(createAttempts().attempts(kept('m1', 'one@x', 'http'))).toEqual([])
})

test('Message-IDs that were not heard of for longest are forgotten first', () => {
  const book = createAttempts({ messageIds: 2, each: 10 })
  for (const id of ['a', 'b', 'a', 'c']) book.note(id, attempt(1))

  const known = ['a', 'b', 'c'].map((id) => book.attempts(kept('m1', id)).length - 1)
  expect(known).toEqual([2, 0, 1])
})

test('of endless retries the newest are remembered', () => {
  const book = createAttempts({ messageIds: 2, each: 3 })
  for (let at = 1; at <= 5; at++) book.note('a', attempt(at))

  expect(book.attempts(kept('m1', 'a', 'http')).map(({ at }) => at)).toEqual([3, 4, 5])
})

test('Message-IDs of any length and name are told apart', () => {
  const book = createAttempts()
  const long = 'x'.repeat(60_000)
  book.note(`${long}1`, attempt(1))
  book.note('__proto__', attempt(2))

  expect(book.attempts(kept('m1', `${long}1`, 'http'))).toHaveLength(1)
  expect(book.attempts(kept('m1', `${long}2`, 'http'))).toHaveLength(0)
  expect(book.attempts(kept('m1', '__proto__', 'http'))).toHaveLength(1)
})

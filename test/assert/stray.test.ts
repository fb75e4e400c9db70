import { expect, it } from 'vitest'
import { readWait } from '#mailhold/assert/read-expectation.js'
import { strayOf } from '#mailhold/assert/stray.js'
import { makeSubject } from '../query/messages.js'

const plan = readWait({ inbox: 'w1', match: { subject: 'A' } })

it.each([
  ['that came before, in the inbox', 'A', 'w1', 5, 'before'],
  ['that came after, in another inbox', 'A', 'w2', 6, 'otherInbox'],
  ['that came before, in another inbox', 'A', 'w2', 5, undefined],
  ['that counts', 'A', 'w1', 6, undefined],
  ['that does not match', 'B', 'w2', 6, undefined],
])('a mail %s', (_what, subject, inbox, seq, where) => {
  const mail = makeSubject({ summary: { seq, receivedAt: seq * 100, inboxes: [inbox] }, facts: { subject } })

  expect(strayOf(plan, mail, { seq: 5 })?.where).toBe(where)
  expect(strayOf(plan, mail, { time: 500 })?.where).toBe(where)
})

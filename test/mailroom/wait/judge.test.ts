import { afterAll, expect, test } from 'vitest'
import { createJudgeThread } from '#mailhold/mailroom/wait/judge/judge-thread.js'
import type { Subject } from '#mailhold/query/subject.js'
import { makeSubject } from '../../query/messages.js'

const thread = createJudgeThread()
afterAll(() => thread.close())

const written = { match: { body: { matches: 'x+y' } } }
const subjectWith = (text: string): Subject => makeSubject({ bodies: { text } })

test('a mail is judged on another thread as it would be here', async () => {
  const judged = await thread.judge({ written, subject: subjectWith('axxyb') }, 5000)

  expect(judged).toMatchObject({ isMatch: true, isBarrier: false, failsEach: false })
})

test('what takes longer than its budget is given up, and the next mail is judged as ever', async () => {
  const long = subjectWith('ab'.repeat(4_000_000))

  const [given, next] = await Promise.all([
    thread.judge({ written, subject: long }, 1),
    thread.judge({ written, subject: subjectWith('xy') }, 5000),
  ])

  expect(given).toBe('outOfTime')
  expect(next).toMatchObject({ isMatch: true })
})

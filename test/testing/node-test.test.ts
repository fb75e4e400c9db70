import { AssertionError } from 'node:assert'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  assertAttachment,
  assertCode,
  assertDoesNotReceive,
  assertHeader,
  assertLink,
  assertNoText,
  assertReceives,
  assertReceivesInOrder,
  assertSentTo,
  assertStaysEmpty,
  assertSubject,
  assertText,
} from '#mailhold/testing/node-test.js'
import { openStories, type Stories } from './stories.js'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories[Symbol.asyncDispose]())

it('what holds says nothing', async () => {
  const { inbox, mail, mailhold } = stories

  await assertReceives(inbox)
  await assertReceives(inbox, { subject: /confirm/i }, { count: { min: 1 } })
  await assertReceivesInOrder(inbox, [{ code: '482913' }])
  await assertDoesNotReceive(inbox, { subject: 'Reset' }, { settle: 10 })
  await assertStaysEmpty(mailhold.inbox(), { settle: 10 })
  await assertSubject(mail, 'Confirm your address')
  await assertSentTo(mail, inbox.address('ada'))
  await assertText(mail, 'Hello')
  await assertNoText(mail, 'undefined')
  await assertLink(mail)
  await assertLink(mail, 'Confirm')
  await assertCode(mail, '482913')
  await assertAttachment(mail, '*.pdf')
  await assertHeader(mail, 'Subject')
})

it('what does not hold is an AssertionError with the story', async () => {
  const failed = await assertSubject(stories.mail, 'Welcome').catch((error: unknown) => error)

  expect(failed).toBeInstanceOf(AssertionError)
  expect(failed).toMatchObject({
    operator: 'toHaveSubject',
    message: expect.stringContaining('FAIL subject equals "Welcome"'),
  })
  await expect(assertNoText(stories.mail, 'Hello')).rejects.toThrow('not to have')
  await expect(assertStaysEmpty(stories.inbox, { settle: 10 })).rejects.toThrow('but 1 came')
})

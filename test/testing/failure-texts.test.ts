import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Mail } from '#mailhold/client/client.js'
import '#mailhold/testing/vitest.js'
import { openStories, type Stories } from './stories.js'

// What a stranger reads in a log. Only ids, names, times and ports are replaced.

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories[Symbol.asyncDispose]())

const now = { timeout: 0 }
const texts: readonly [name: string, fail: (stories: Stories) => Promise<unknown>][] = [
  ['toReceive, nearly', ({ inbox }) => expect(inbox).toReceive({ subject: 'Confirm your adress' }, now)],
  [
    'toReceive, by its case',
    ({ inbox }) => expect(inbox).toReceive({ subject: 'confirm your address' }, now),
  ],
  [
    'toReceive, nothing came',
    ({ mailhold }) => expect(mailhold.inbox()).toReceive({ link: 'Confirm' }, { timeout: 30 }),
  ],
  ['toReceive, fewer than expected', ({ inbox }) => expect(inbox).toReceive({}, { count: 2, timeout: 30 })],
  ['not.toReceive', ({ inbox }) => expect(inbox).not.toReceive({ subject: /confirm/i }, { settle: 10 })],
  [
    'toReceiveInOrder',
    ({ inbox }) => expect(inbox).toReceiveInOrder([{ subject: 'Welcome' }, { code: '482913' }], now),
  ],
  ['toStayEmpty', ({ inbox }) => expect(inbox).toStayEmpty({ settle: 10 })],
  ['not.toStayEmpty', ({ mailhold }) => expect(mailhold.inbox()).not.toStayEmpty({ timeout: 30 })],
  ['getMail', ({ inbox }) => inbox.getMail({ to: 'bob@example.com' })],
  ['findMail', ({ inbox }) => inbox.findMail({ attachment: 'invoice-*.pdf' }, { timeout: 30 })],
]

it.each(texts)('%s', async (_name, fail) => {
  expect(await stories.storyOf(fail(stories))).toMatchSnapshot()
})

const ofMail: readonly [name: string, fail: (mail: Mail) => Promise<unknown>][] = [
  ['toHaveSubject', (mail) => expect(mail).toHaveSubject('Confirm your e-mail address')],
  ['not.toHaveSubject', (mail) => expect(mail).not.toHaveSubject('Confirm your address')],
  ['toBeSentTo', (mail) => expect(mail).toBeSentTo('bob@example.com')],
  ['toContainText', (mail) => expect(mail).toContainText('Hello Bob')],
  ['toHaveLink', (mail) => expect(mail).toHaveLink({ text: 'Confirm', href: 'https://app.test/confirm' })],
  ['toHaveCode', (mail) => expect(mail).toHaveCode('482914')],
  ['toHaveAttachment', (mail) => expect(mail).toHaveAttachment('*.png')],
  ['toHaveHeader', (mail) => expect(mail).toHaveHeader('X-Mailer', 'Shop')],
]

it.each(ofMail)('%s of a mail', async (_name, fail) => {
  expect(await stories.storyOf(fail(stories.mail))).toMatchSnapshot()
})

it('has no colours in it', async () => {
  const told = await Promise.all(texts.map(([, fail]) => stories.storyOf(fail(stories))))

  expect(told.filter((text) => text.includes('\u001b'))).toEqual([])
})

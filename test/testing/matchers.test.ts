import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestInbox } from '#mailhold/client/client.js'
import type { StartedMailhold } from '#mailhold/server/start-mailhold.js'
import '#mailhold/testing/vitest.js'
import { openStories, type Stories } from './stories.js'

let stories: Stories
let mailhold: StartedMailhold
beforeAll(async () => {
  stories = await openStories()
  mailhold = stories.mailhold
})
afterAll(() => stories[Symbol.asyncDispose]())

const send = (inbox: TestInbox, subject: string) =>
  mailhold.compose({ from: 'app@example.com', to: inbox.address('ada'), subject, text: 'It works.' })

describe('toReceive', () => {
  it('waits for the mail', async () => {
    const inbox = mailhold.inbox()
    const waiting = expect(inbox).toReceive({ subject: { startsWith: 'Hel' } })
    await send(inbox, 'Hello')

    await waiting
  })

  it('waits for as many as there should be', async () => {
    const inbox = mailhold.inbox()
    const waiting = expect(inbox).toReceive({}, { count: { min: 2 } })
    await send(inbox, 'One')
    await send(inbox, 'Two')

    await waiting
  })

  it('takes the client, and what during() gave', async () => {
    const inbox = mailhold.inbox()
    await send(inbox, 'Before')
    const place = await inbox.during(() => send(inbox, 'Meanwhile'))

    await expect(mailhold).toReceive({ inbox: inbox.name, subject: 'Before' })
    await expect(place).toReceive({ subject: 'Meanwhile' })
    await expect(place).not.toReceive({ subject: 'Before' }, { settle: 10 })
  })

  it('with not holds when it has been quiet', async () => {
    await expect(mailhold.inbox()).not.toReceive({ subject: 'Hello' }, { settle: 10 })
  })

  it('with not is certain when the mail has come that the app sends last', async () => {
    const inbox = mailhold.inbox()
    const waiting = expect(inbox).not.toReceive({ subject: 'Reset' }, { until: { subject: 'Last' } })
    await send(inbox, 'Last')

    await waiting
  })

  it('with not fails at once when the mail comes', async () => {
    const inbox = mailhold.inbox()
    const waiting = expect(inbox).not.toReceive({ subject: 'Reset' }, { settle: '10s', timeout: '20s' })
    await send(inbox, 'Reset')

    await expect(waiting).rejects.toThrow('but 1 came')
  })
})

describe('toReceiveInOrder', () => {
  it('holds for mails in their order, and for no other', async () => {
    const inbox = mailhold.inbox()
    for (const subject of ['1', '2', '3']) await send(inbox, subject)

    await expect(inbox).toReceiveInOrder([{ subject: '1' }, { subject: '3' }])
    await expect(
      expect(inbox).toReceiveInOrder([{ subject: '3' }, { subject: '1' }], { timeout: 0 }),
    ).rejects.toThrow('order')
  })
})

describe('toStayEmpty', () => {
  it('holds for an inbox without mail, with not for one with mail', async () => {
    await expect(mailhold.inbox()).toStayEmpty({ settle: 10 })
    await expect(stories.inbox).not.toStayEmpty()
  })

  it('takes the subject of the mail that ends the wait', async () => {
    const inbox = mailhold.inbox()
    const waiting = expect(inbox).toStayEmpty({ until: { subject: 'Last' } })
    await send(inbox, 'Last')

    await waiting
  })
})

describe('a mail', () => {
  it('is judged by the server, both ways', async () => {
    const { mail, inbox } = stories

    await expect(mail).toHaveSubject('Confirm your address')
    await expect(mail).not.toHaveSubject('Confirm')
    await expect(mail).toBeSentTo(inbox.address('ADA'))
    await expect(mail).not.toBeSentTo('@example.com')
    await expect(mail).toContainText('Hello Ada')
    await expect(mail).not.toContainText(/undefined|null/)
    await expect(mail).toHaveLink('confirm')
    await expect(mail).not.toHaveLink({ text: 'Confirm', href: { startsWith: 'http://' } })
    await expect(mail).toHaveCode()
    await expect(mail).not.toHaveCode('482914')
    await expect(mail).toHaveAttachment({ filename: '*.pdf', contentType: 'application/pdf' })
    await expect(mail).not.toHaveAttachment('*.png')
    await expect(mail).toHaveHeader('Subject', /^confirm/i)
    await expect(mail).toHaveHeader('MIME-Version', '1.0')
    await expect(mail).not.toHaveHeader('X-Mailer')
    await expect(mail).not.toHaveHeader('Subject', runInNewContext('/welcome/i'))
  })

  it('refuse a value of a header field that is no text, and a matcher of expect', async () => {
    await expect(expect(stories.mail).toHaveHeader('Subject', JSON.parse('1'))).rejects.toThrow(
      'must be a text, got 1',
    )
    await expect(expect(stories.mail).toHaveHeader('Subject', expect.stringContaining('x'))).rejects.toThrow(
      'value is StringContaining of expect, but the server judges: write { contains: "x" }',
    )
  })
})

describe('what cannot be asked', () => {
  it.each([
    [
      () => expect('w1' as never as TestInbox).toReceive(),
      'expect(…).toReceive() takes an inbox, what inbox.during() gave, or the client; got "w1"',
    ],
    [() => expect(stories.mail as never as TestInbox).toReceive(), 'got a mail'],
    [
      () => expect(Promise.resolve(stories.mail) as never as Stories['mail']).toHaveSubject('x'),
      'got a promise; await it first',
    ],
    [
      () => expect(stories.inbox).not.toReceive({}, { count: 1 }),
      '.not.toReceive() says that no such mail comes: leave out count and each',
    ],
    [
      () => expect(stories.inbox).not.toReceiveInOrder([{}]),
      '.not.toReceiveInOrder() is not defined: expect the order that is right',
    ],
    [
      () => expect(stories.inbox).toStayEmpty({ until: { to: 'x' } }),
      'takes the subject of the mail that the app sends last',
    ],
    [() => expect(stories.inbox).toReceive({ subject: /x/g }), '/x/g has the flag g'],
  ])('is told in a sentence (%#)', async (ask, sentence) => {
    await expect(ask()).rejects.toThrow(sentence)
  })
})

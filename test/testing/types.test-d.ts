// Matchers where they make sense, and what the compiler refuses. Checked with the other types of the tests.

import { expect } from 'vitest'
import type { Client, Mail, TestInbox } from '#mailhold/client/client.js'
import { expect as playwrightExpect } from '#mailhold/testing/playwright/playwright.js'
import '#mailhold/testing/vitest.js'
import '#mailhold/testing/jest.js'
import { expect as jestExpect } from 'expect'

type IsPromise<Value> = Value extends Promise<void> ? true : false

export async function spellings(client: Client, inbox: TestInbox, mail: Mail): Promise<void> {
  await expect(inbox).toReceive()
  await expect(client).toReceive({ inbox: 'w1' })
  await expect(inbox).toReceive({ subject: /x/i }, { count: 2, timeout: '1s' })
  await expect(inbox).not.toReceive({ subject: 'x' }, { until: { subject: 'Last' } })
  await expect(inbox).toReceiveInOrder([{ subject: 'a' }, { subject: 'b' }])
  await expect(inbox).toStayEmpty({ settle: 100 })
  await expect(mail).toHaveSubject('x')
  await expect(mail).toHaveLink({ text: 'Confirm', href: /^https:/ })
  await expect(mail).not.toHaveAttachment()
  expect(mail).toMatchMailSnapshot({ of: 'text', mask: ['x', /y/, { hide: 'z', as: '[z]' }] })

  await jestExpect(inbox).toReceive({ subject: 'x' })
  await jestExpect(mail).toHaveCode('1')
  await playwrightExpect(inbox).toReceive({ subject: 'x' }, { timeout: 5 })
  await playwrightExpect(mail).not.toHaveHeader('X-Mailer', { contains: 'PHP' })

  // @ts-expect-error only mail has a subject
  await expect(inbox).toHaveSubject('x')
  // @ts-expect-error only inboxes receive
  await expect(mail).toReceive()
  // @ts-expect-error a text receives nothing
  await expect('w1').toReceive()
  // @ts-expect-error there is no such field
  await expect(inbox).toReceive({ subjekt: 'x' })
  // @ts-expect-error a mail that is waited for must be awaited first
  await expect(inbox.findMail()).toHaveSubject('x')
  // @ts-expect-error the same for Jest
  await jestExpect(inbox).toHaveSubject('x')
  // @ts-expect-error the same for Playwright
  await playwrightExpect(inbox).toHaveSubject('x')
  // @ts-expect-error there is no such operator
  await playwrightExpect(inbox).toReceive({ subject: { includes: 'x' } })

  // what is not awaited is a promise that nobody holds: linters find it
  const promises: [
    IsPromise<ReturnType<typeof vitestReceive>>,
    IsPromise<ReturnType<typeof jestReceive>>,
    IsPromise<ReturnType<typeof playwrightReceive>>,
    IsPromise<ReturnType<typeof subject>>,
  ] = [true, true, true, true]
  const vitestReceive = expect(inbox).toReceive
  const jestReceive = jestExpect(inbox).toReceive
  const playwrightReceive = playwrightExpect(inbox).toReceive
  const subject = expect(mail).toHaveSubject
  void promises
}

// mailhold/playwright: Playwright's test with a Mailhold for each worker and an inbox for each test, and its expect with
// the matchers. `mergeTests` and `mergeExpects` join them with others.

import {
  test as base,
  expect as baseExpect,
  type Expect,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test'
import type { Mail, Place, TestInbox } from '../../client/client.js'
import { extension } from '../matchers/extension.js'
import type { Outcome } from '../matchers/outcome.js'
import { asMail } from '../matchers/received.js'
import type { OneMailMatchers, PlaceMatchers } from '../matchers/types.js'
import { mailSnapshot, type SnapshotOptions } from '../snapshot/snapshot.js'
import { attachMail } from './attach-mail.js'
import { openWorkerMailhold, type WorkerMailhold } from './worker-mailhold.js'

export * from '../../client/in-node.js'
export type { Mask } from '../snapshot/mask.js'
export { mailSnapshot, type SnapshotOptions } from '../snapshot/snapshot.js'
export type { WorkerMailhold } from './worker-mailhold.js'

export interface MailholdTestFixtures {
  /** an inbox that no other test has; its mail is attached to the report when the test fails */
  readonly inbox: TestInbox
}

export interface MailholdWorkerFixtures {
  /** the server at MAILHOLD_URL, or one of the worker's own */
  readonly mailhold: WorkerMailhold
}

type Test = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & MailholdTestFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & MailholdWorkerFixtures
>

export const test: Test = base.extend<MailholdTestFixtures, MailholdWorkerFixtures>({
  mailhold: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const mailhold = await openWorkerMailhold()
      await use(mailhold)
      await mailhold.stop()
    },
    { scope: 'worker' },
  ],
  inbox: async ({ mailhold }, use, testInfo) => {
    const inbox = mailhold.inbox()
    await use(inbox)
    if (testInfo.status !== testInfo.expectedStatus) await attachMail(inbox, testInfo)
  },
})

/** Playwright wants to know what each matcher takes in its first parameter. */
type On<Received, Matchers extends { [Name in keyof Matchers]: (...given: never[]) => unknown }> = {
  [Name in keyof Matchers]: (received: Received, ...given: Parameters<Matchers[Name]>) => Promise<Outcome>
}

type PlaywrightMatchers = On<Place, PlaceMatchers> &
  On<Mail, Omit<OneMailMatchers, 'toMatchMailSnapshot'>> & {
    toMatchMailSnapshot: (received: Mail, options?: SnapshotOptions) => Outcome
  }

const matchers = {
  ...extension,
  toMatchMailSnapshot(received: unknown, options: SnapshotOptions = {}): Outcome {
    const text = mailSnapshot(asMail(received, 'toMatchMailSnapshot'), options)
    // a name is a file of its own; without one Playwright counts
    if (options.name === undefined) baseExpect(text).toMatchSnapshot()
    else baseExpect(text).toMatchSnapshot(options.name)
    return { pass: true, message: () => '' }
  },
} as PlaywrightMatchers

export const expect: Expect<PlaywrightMatchers> = baseExpect.extend(matchers)

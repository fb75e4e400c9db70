// A server with one inbox of known mail, and stories without what differs from run to run.

import { expect } from 'vitest'
import type { Mail, TestInbox } from '#mailhold/client/client.js'
import { type StartedMailhold, startMailhold } from '#mailhold/server/start-mailhold.js'

export interface Stories extends AsyncDisposable {
  readonly mailhold: StartedMailhold
  readonly inbox: TestInbox
  readonly mail: Mail
  /** What is said when the promise rejects: ids, names, times and ports are replaced. */
  readonly storyOf: (failing: Promise<unknown>) => Promise<string>
}

export async function openStories(): Promise<Stories> {
  const mailhold = await startMailhold({ pop3: 'off' })
  const inbox = mailhold.inbox()
  await mailhold.compose({
    from: 'Shop <shop@example.com>',
    to: inbox.address('ada'),
    subject: 'Confirm your address',
    text: 'Hello Ada, your code is 482913.',
    html: '<p>Hello Ada, your code is <b>482913</b>. <a href="https://app.test/confirm?t=1">Confirm</a></p>',
    attachments: [{ filename: 'terms.pdf', content: 'YQ==', contentType: 'application/pdf' }],
  })
  const mail = await inbox.getMail()
  const storyOf = async (failing: Promise<unknown>): Promise<string> => {
    const error: unknown = await failing.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(Error)
    return error instanceof Error ? withoutChance(error.message) : ''
  }
  return { mailhold, inbox, mail, storyOf, [Symbol.asyncDispose]: mailhold.stop }
}

const withoutChance = (text: string): string =>
  text
    .replace(/\bw\d+-[a-z2-9]{8}\b/g, 'w1-chance')
    .replace(/\b0[0-9a-z]{19}\b/g, 'some-id')
    .replace(/127\.0\.0\.1:\d+|\[::1\]:\d+/g, 'some-port')
    .replace(/\b\d+(?:\.\d+)? m?s\b/g, 'some time')

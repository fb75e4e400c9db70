// What somebody needs who reads the report of a failed test: its mail, and why none was the right one.

import type { TestInfo } from '@playwright/test'
import type { Mail, TestInbox } from '../../client/client.js'

const most = 10

/** Attaches the story, and of every mail the octets and the HTML. Never makes a failed test fail for another reason. */
export async function attachMail(inbox: TestInbox, testInfo: TestInfo): Promise<void> {
  try {
    const mails = await inbox.queryMails()
    await attach(testInfo, 'mailhold.txt', {
      body: storyOf(inbox, mails, testInfo),
      contentType: 'text/plain',
    })
    for (const [index, mail] of mails.slice(-most).entries()) {
      const name = `mail-${index + 1}`
      await attach(testInfo, `${name}.eml`, { body: await mail.raw(), contentType: 'message/rfc822' })
      if (mail.html) await attach(testInfo, `${name}.html`, { body: mail.html, contentType: 'text/html' })
    }
  } catch (error) {
    testInfo.annotations.push({ type: 'mailhold', description: `the mail could not be attached: ${error}` })
  }
}

interface Content {
  readonly body: string | Uint8Array
  readonly contentType: string
}

const attach = (testInfo: TestInfo, name: string, { body, contentType }: Content): Promise<void> =>
  testInfo.attach(name, { body: typeof body === 'string' ? body : Buffer.from(body), contentType })

function storyOf({ name }: TestInbox, mails: readonly Mail[], { errors }: TestInfo): string {
  const stories = errors
    .map(({ message = '' }) => plain(message))
    .filter((text) => /\bExpected\b.*\bmails?\b/.test(text))
  const list = mails.map(
    ({ receivedAt, subject, envelope, id }) =>
      `  ${receivedAt} ${JSON.stringify(subject)} to ${envelope.to.join(', ')} (${id})`,
  )
  const head = mails.length === 0 ? `No mail is in inbox ${name}.` : `Mail in inbox ${name}:`
  return [...stories, [head, ...list].join('\n')].join('\n\n')
}

/** The runner may have coloured it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const plain = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, '').replace(/^Error: /, '')

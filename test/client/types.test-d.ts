// What a test may write, and what the compiler refuses. Checked with the other types of the tests.

import type { Client, Criteria, Mail, TestInbox } from '#mailhold/client/client.js'
import type { Criteria as ServerCriteria } from '#mailhold/query/criteria/criteria.js'

/** Criteria with every regular expression taken away. */
type Plain<Value> = Value extends RegExp
  ? never
  : Value extends object
    ? { [Name in keyof Value]: Plain<Value[Name]> }
    : Value
type Equal<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false

/** The client's criteria are those of the server, and regular expressions. */
type Both<Name extends keyof ServerCriteria> = [Plain<Required<Criteria>[Name]>] extends [
  Required<ServerCriteria>[Name],
]
  ? [Required<ServerCriteria>[Name]] extends [Required<Criteria>[Name]]
    ? true
    : false
  : false
const agree: { [Name in keyof Required<ServerCriteria>]: Both<Name> } = {
  from: true,
  to: true,
  cc: true,
  bcc: true,
  recipient: true,
  replyTo: true,
  subject: true,
  body: true,
  text: true,
  html: true,
  link: true,
  code: true,
  attachment: true,
  tag: true,
  inbox: true,
  id: true,
  messageId: true,
  header: true,
  size: true,
}
const sameNames: Equal<keyof Criteria, keyof ServerCriteria> = true

export const good: readonly Criteria[] = [
  {},
  { subject: 'Confirm' },
  { subject: /confirm/i },
  { subject: { contains: 'Confirm', ignoreCase: true } },
  { subject: { not: { startsWith: 'Re:' } } },
  { link: 'Confirm' },
  { link: { text: 'Confirm', href: { startsWith: 'https://' } } },
  { attachment: { filename: '*.pdf', contentType: 'application/pdf', size: { min: 1 } } },
  { header: { name: 'X-Mailer' } },
  { header: { name: 'X-Mailer', contains: 'PHP' } },
  { size: 5 },
  { size: { max: 10 } },
  { code: { exists: false } },
]

export const bad: readonly Criteria[] = [
  // @ts-expect-error there is no such field
  { subjekt: 'Confirm' },
  // @ts-expect-error there is no such operator
  { subject: { includes: 'Confirm' } },
  // @ts-expect-error texts are compared with texts
  { code: 482913 },
  // @ts-expect-error a header field has a name
  { header: { equals: 'x' } },
  // @ts-expect-error only links and attachments have members
  { subject: { text: 'Confirm' } },
  // @ts-expect-error a link has no file name
  { link: { filename: '*.pdf' } },
  // @ts-expect-error a size is a number of octets
  { size: '5' },
  // @ts-expect-error it would fit any mail
  { subject: undefined },
]

export async function spellings(client: Client, inbox: TestInbox, mail: Mail): Promise<void> {
  await inbox.findMail({ subject: 'x' }, { timeout: '10s', after: mail, settle: 200 })
  await inbox.findMails({}, { count: { min: 2 }, each: [{ to: '@x.test' }], until: { subject: 'Last' } })
  const code: string = mail.code()
  const href: string = mail.link(/confirm/i)
  const octets: Uint8Array = await mail.attachment('*.pdf').bytes()
  await client.wait({ match: { subject: /a/ } })

  // @ts-expect-error a time has a unit
  await inbox.findMail({}, { timeout: 'soon' })
  // @ts-expect-error one mail has no count
  await inbox.findMail({}, { count: 2 })
  // @ts-expect-error what is there now needs no time
  await inbox.getMail({}, { timeout: 5 })
  // @ts-expect-error a mail that is waited for is not there yet
  inbox.findMail().code()
  // @ts-expect-error criteria are an object
  await inbox.findMail('Confirm')
  // @ts-expect-error there may be none
  ;(await inbox.queryMail()).code()
  void [code, href, octets, agree, sameNames]
}

// What a test may write, and what the compiler refuses. Checked with the other types of the tests.

import type {
  Attachment,
  Changed,
  Client,
  Criteria,
  Deleted,
  FaultList,
  InboxList,
  InjectEnvelope,
  Link,
  List,
  ListRequest,
  LiveEvent,
  Mail,
  Marks,
  Narrowing,
  NewMail,
  Session,
  SessionFilter,
  SessionList,
  Summary,
  TagList,
  TestInbox,
  WatchRequest,
} from '#mailhold/client/client.js'
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
  await inbox.findMail({}, { after: new Date() })
  await inbox.findMails({}, { count: { min: 2 }, each: [{ to: '@x.test' }], until: { subject: 'Last' } })
  const code: string = mail.code()
  const href: string = mail.link(/confirm/i)
  const octets: Uint8Array = await mail.attachment('*.pdf').bytes()
  const pdf: Attachment = mail.attachment({ filename: /\.pdf$/, contentType: 'application/*' })
  await client.wait({ match: { subject: /a/ }, timeout: 5000, settle: '1s' })
  await client.assert({ timeout: 5000, expectations: [{ match: {}, timeout: '1s' }] })
  const one: Summary = await client.mark('id', { read: true })
  const all: Changed = await client.mark({ inbox: 'w1' }, { read: true })
  const mails: readonly Mail[] = await inbox.queryMails({}, { after: mail })

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
  void [code, href, octets, agree, sameNames, pdf, one, all, mails]
}

/** What methods take and give can be named by who calls them. */
export async function names(client: Client, mail: Mail): Promise<void> {
  const request: ListRequest & Narrowing = { inbox: 'w1' }
  const list: List = await client.list(request)
  const written: NewMail = { from: 'a@x.test', to: 'b@x.test', subject: 'x' }
  const envelope: InjectEnvelope = { to: ['b@x.test'] }
  const marks: Marks = { read: true }
  const inboxes: InboxList = await client.inboxes()
  const tags: TagList = await client.tags()
  const faults: FaultList = await client.faults()
  const filter: SessionFilter = { protocol: 'smtp' }
  const sessions: SessionList = await client.sessions(filter)
  const session: Session = await client.session('id')
  const links: readonly Link[] = mail.links
  const watched: WatchRequest = { inbox: 'w1' }
  const events: AsyncIterable<LiveEvent> = client.events(watched)
  const gone: Deleted = { deleted: await client.remove('id') }
  await client.compose(written)
  await client.inject(await mail.raw(), envelope)
  await client.mark(request, marks)
  void [list, inboxes, tags, faults, sessions, session, links, events, gone]
}

// A captured mail in a test: all that the server tells of it, and what a person would do with it.

import type { Message } from '../../wire/message.js'
import type { WaitMet, WaitNotMet } from '../../wire/wait.js'
import type { Criteria } from '../criteria.js'
import type { Expectation } from '../expectation.js'
import { type AttachmentChoice, chooseAttachment, type MailAttachment, withOctets } from './attachment.js'
import { onlyCode } from './code.js'
import { onlyHeader } from './header.js'
import { chooseLink, type LinkChoice } from './link.js'

/** A page of a browser; Playwright's and Puppeteer's are such. */
export interface Page<Opened = unknown> {
  goto(url: string): Promise<Opened>
}

export interface Mail extends Message {
  /** Where the link goes that a person knows as `Confirm`. @throws NotInMail where there is none, or several */
  link(choice?: LinkChoice): string
  /** The one-time code. @throws NotInMail where there is none, or several */
  code(): string
  /** The attachment with that file name, `*` standing for any characters. @throws NotInMail where there is none, or several */
  attachment(choice?: AttachmentChoice): MailAttachment
  /** The decoded value of the header field with that name, case ignored. @throws NotInMail where there is none, or several */
  header(name: string): string
  /** The octets exactly as they came. */
  raw(): Promise<Uint8Array>
  /** Opens the HTML in a page of a browser, as safe as in Mailhold's own. Resolves with what the page's `goto` does. */
  open<Opened>(page: Page<Opened>): Promise<Opened>
  /** Asks the server whether this mail fulfils criteria (or `'not'`). */
  judge(criteria: Criteria, wanted?: 'fulfils' | 'not'): Promise<WaitMet | WaitNotMet>
}

/** What of a client a mail needs. */
export interface MailSource {
  readonly url: string
  readonly raw: (id: string) => Promise<Uint8Array>
  readonly get: (id: string) => Promise<Message>
  readonly part: (id: string, path: string) => Promise<Uint8Array>
  readonly wait: (request: Expectation) => Promise<WaitMet | WaitNotMet>
}

/** The methods do not show when a mail is printed or compared. */
export function createMail(message: Message, source: MailSource): Mail {
  const { id, links, codes, attachments, headers } = message
  const methods: Pick<Mail, 'link' | 'code' | 'attachment' | 'header' | 'raw' | 'open' | 'judge'> = {
    link: (choice) => chooseLink(links, choice),
    code: () => onlyCode(codes),
    attachment: (choice) => {
      const found = chooseAttachment(attachments, choice)
      return withOctets(found, { bytes: () => source.part(id, found.part) })
    },
    header: (name) => onlyHeader(headers, name),
    raw: () => source.raw(id),
    open: (page) => page.goto(`${source.url}/v1/messages/${encodeURIComponent(id)}/view`),
    judge: (criteria, wanted = 'fulfils') =>
      source.wait({
        ...placeOf(message),
        match: { id, ...criteria },
        ...(wanted === 'not' && { count: 0, settle: '0s' }),
        timeout: '0s',
        return: 'summary',
      }),
  }
  const hidden = Object.entries(methods).map(([name, value]) => [name, { value }])
  return Object.defineProperties({ ...message }, Object.fromEntries(hidden)) as Mail
}

/** One of its inboxes is looked through, or everything where it lies in none. */
const placeOf = ({ inboxes: [inbox] }: Message) => (inbox === undefined ? { after: 'start' } : { inbox })

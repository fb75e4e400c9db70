// Messages in the shape of Mailpit's API: names in PascalCase, nothing absent, empty lists and texts instead.

import type { Address, Attachment } from '../../../model/facts.js'
import type { Message } from '../../../model/message.js'
import { time } from '../../wire-form/time.js'

export interface MailpitAddress {
  readonly Name: string
  readonly Address: string
}

/** An item of a list, and what `new` events carry. */
export interface MailpitSummary {
  readonly ID: string
  readonly MessageID: string
  readonly Read: boolean
  readonly From: MailpitAddress
  readonly To: readonly MailpitAddress[]
  readonly Cc: readonly MailpitAddress[]
  readonly Bcc: readonly MailpitAddress[]
  readonly ReplyTo: readonly MailpitAddress[]
  readonly Subject: string
  readonly Created: string
  readonly Username: string
  readonly Tags: readonly string[]
  readonly Size: number
  readonly Attachments: number
  readonly Snippet: string
}

const addressForm = ({ name, address }: Address): MailpitAddress => ({ Name: name, Address: address })

const headerValue = ({ facts }: Message, name: string): string =>
  facts.headers.find((field) => field.name.toLowerCase() === name)?.value ?? ''

/** A From field that holds no address is shown as the name. */
const fromForm = (message: Message): MailpitAddress =>
  message.summary.from
    ? addressForm(message.summary.from)
    : { Name: headerValue(message, 'from'), Address: '' }

/** Pictures and the like that the text shows in its midst are no attachments to Mailpit. */
export const isInline = ({ disposition }: Attachment): boolean => disposition === 'inline'

/** What the list, the whole and the events say alike. */
const common = (message: Message) => {
  const { summary, facts, origin } = message
  return {
    ID: summary.id,
    MessageID: facts.messageId ?? '',
    From: fromForm(message),
    To: summary.to.map(addressForm),
    Cc: summary.cc.map(addressForm),
    Bcc: summary.bcc.map(addressForm),
    ReplyTo: summary.replyTo.map(addressForm),
    Subject: summary.subject,
    Username: origin.auth?.user ?? '',
    Tags: [...summary.tags].sort(),
    Size: summary.size,
  }
}

export function summaryForm(message: Message): MailpitSummary {
  const { summary, facts } = message
  return {
    ...common(message),
    Read: summary.read,
    Created: time(summary.receivedAt),
    Attachments: facts.attachments.filter((one) => !isInline(one)).length,
    Snippet: summary.snippet,
  }
}

export interface MailpitAttachment {
  readonly PartID: string
  readonly FileName: string
  readonly ContentType: string
  readonly ContentID: string
  readonly Size: number
  readonly Checksums: { readonly MD5: string; readonly SHA1: string; readonly SHA256: string }
}

export interface WholeParts {
  readonly text: string
  readonly html: string
  readonly inline: readonly MailpitAttachment[]
  readonly attachments: readonly MailpitAttachment[]
}

export function messageForm(message: Message, { text, html, inline, attachments }: WholeParts) {
  const { summary, envelope } = message
  const returnPath = headerValue(message, 'return-path').replace(/^<|>$/g, '')
  return {
    ...common(message),
    ReturnPath: returnPath || summary.from?.address || envelope.from.address,
    ListUnsubscribe: unsubscribeForm(message),
    Date: time(validTime(summary.date) ?? summary.receivedAt),
    Text: text,
    HTML: html,
    Inline: inline,
    Attachments: attachments,
  }
}

const validTime = (at: number | undefined): number | undefined =>
  at === undefined || Number.isNaN(new Date(at).getTime()) ? undefined : at

function unsubscribeForm(message: Message) {
  const header = headerValue(message, 'list-unsubscribe')
  const links = message.facts.listUnsubscribe?.urls ?? []
  return {
    Header: header,
    Links: [...links],
    Errors: header !== '' && links.length === 0 ? 'no valid links found' : '',
    HeaderPost: headerValue(message, 'list-unsubscribe-post'),
  }
}

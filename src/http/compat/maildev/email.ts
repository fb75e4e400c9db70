// A message in the shape of MailDev's API.

import type { Bodies } from '../../../mailroom/mailroom.js'
import type { ReversePath } from '../../../model/envelope.js'
import type { Address } from '../../../model/facts.js'
import type { Message, MessageSummary } from '../../../model/message.js'
import { time, timeOrNull } from '../../wire-form/time.js'
import { generatedNames } from './attachment-names.js'
import type { Family } from './family.js'

export interface EmailSummary {
  readonly id: string
  readonly time: string
  readonly read: boolean
  readonly subject: string
  readonly size: number
  readonly sizeHuman: string
  readonly from: readonly Address[]
  readonly to: readonly Address[]
  readonly attachmentCount: number
  readonly preview: string
}

const addressForm = ({ address, name }: Address): Address => ({ address, name })

const common = (summary: MessageSummary) => ({
  id: summary.id,
  time: time(summary.receivedAt),
  read: summary.read,
  subject: summary.subject,
  size: summary.size,
  sizeHuman: humanSize(summary.size),
  from: summary.from ? [addressForm(summary.from)] : [],
  to: summary.to.map(addressForm),
})

export const summaryForm = (summary: MessageSummary): EmailSummary => ({
  ...common(summary),
  attachmentCount: summary.attachmentCount,
  preview: summary.snippet,
})

export function emailForm(message: Message, { text, html }: Bodies, { version }: Family) {
  const { summary, facts } = message
  const date = timeOrNull(summary.date)
  const inReplyTo = headerOf(message, 'in-reply-to')?.replace(/^<|>$/g, '')
  return {
    ...common(summary),
    from: facts.from.map(addressForm),
    cc: summary.cc.map(addressForm),
    bcc: facts.bcc.map(addressForm),
    calculatedBcc: summary.bcc.filter(({ address }) => !facts.bcc.some((one) => one.address === address)),
    ...(date !== null && { date }),
    text,
    ...(html !== undefined && { html }),
    headers: headersForm(message),
    ...(facts.messageId !== undefined && { messageId: facts.messageId }),
    ...(inReplyTo !== undefined && { inReplyTo: version === 2 ? [inReplyTo] : inReplyTo }),
    priority: priorityOf(message),
    attachments: attachmentForms(message),
    envelope: envelopeForm(message),
    source: '',
  }
}

export type Email = ReturnType<typeof emailForm>

function attachmentForms({ facts }: Message) {
  const names = generatedNames(facts.attachments)
  return facts.attachments.map((one, at) => ({
    contentType: one.contentType,
    contentDisposition: one.disposition,
    // version 2 wrote fileName and length, version 3 filename and size
    fileName: one.filename,
    filename: one.filename,
    generatedFileName: names[at] ?? '',
    contentId: one.contentId ?? '',
    length: one.size,
    size: one.size,
    transferred: true,
  }))
}

function envelopeForm({ envelope, origin }: Message) {
  return {
    from: pathForm(envelope.from),
    to: envelope.to.map(pathForm),
    host: origin.helo ?? '',
    remoteAddress: (origin.remote ?? '').replace(/:\d+$/, ''),
  }
}

const pathForm = ({ address, parameters }: Pick<ReversePath, 'address' | 'parameters'>) => ({
  address,
  args:
    parameters.length > 0
      ? Object.fromEntries(parameters.map(({ name, value }) => [name, value ?? true]))
      : (false as const),
})

const headerOf = ({ facts }: Message, name: string): string | undefined =>
  facts.headers.find((field) => field.name.toLowerCase() === name)?.value

/** By lower-case name; a field that comes twice is a list. Names come from mail, so the object is made from entries. */
function headersForm({ facts }: Message): Readonly<Record<string, string | readonly string[]>> {
  const found = new Map<string, string | string[]>()
  for (const { name, value } of facts.headers) {
    const key = name.toLowerCase()
    const before = found.get(key)
    found.set(key, before === undefined ? value : [before, value].flat())
  }
  return Object.fromEntries(found)
}

/** X-Priority 1 and 2 are high, 4 and 5 low (RFC 4021 §2.1.54 has the words). */
function priorityOf(message: Message): 'normal' | 'high' | 'low' {
  const said = `${headerOf(message, 'x-priority') ?? headerOf(message, 'importance') ?? headerOf(message, 'priority')}`
  if (/^\s*(?:[12]\b|high|urgent)/i.test(said)) return 'high'
  return /^\s*(?:[45]\b|low|non-urgent)/i.test(said) ? 'low' : 'normal'
}

/** `1.5 KB`; a KB is 1024. */
export function humanSize(octets: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB']
  const power = octets < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(octets) / 10))
  return `${Number((octets / 1024 ** power).toFixed(2))} ${units[power]}`
}

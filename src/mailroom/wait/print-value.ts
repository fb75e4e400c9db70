// One value of a mail as text, for shells: `print=code`, `print=link:Confirm`.

import type { Message } from '../../model/message.js'
import { nearestName } from '../../model/nearest.js'
import { badMember } from '../../query/criteria/bad-criteria.js'
import type { Bodies } from '../mailroom.js'

export interface Printable {
  readonly message: Message
  readonly bodies: Bodies
  readonly cursor: string
}

/** Takes the value out of a mail; `undefined` where the mail has no such thing. */
export type Print = (mail: Printable) => string | undefined

/** `argument` is what stands behind the colon, `''` where nothing does. */
type Value = (mail: Printable, argument: string) => string | undefined

const values: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['id', ({ message }) => message.summary.id],
  ['cursor', ({ cursor }) => cursor],
  ['messageId', ({ message }) => message.facts.messageId],
  ['subject', ({ message }) => message.facts.subject],
  ['from', ({ message }) => message.summary.from?.address],
  ['to', ({ message }) => message.summary.to.map(({ address }) => address).join(', ')],
  ['recipient', ({ message }) => message.summary.envelope.to.join(', ')],
  ['inbox', ({ message }) => message.summary.inboxes.join(', ')],
  ['size', ({ message }) => String(message.summary.size)],
  ['text', ({ bodies }) => bodies.text],
  ['html', ({ bodies }) => bodies.html],
  ['code', codeOf],
  ['link', linkOf],
  ['attachment', ({ message }) => message.facts.attachments[0]?.filename],
  ['header', headerOf],
])

const takesArgument: ReadonlySet<string> = new Set(['link', 'header'])

/** @throws MailholdError `badInput` for a value that no mail has */
export function readPrint(text: string): Print {
  const colon = text.indexOf(':')
  const name = colon < 0 ? text : text.slice(0, colon)
  const argument = colon < 0 ? '' : text.slice(colon + 1).trim()
  const value = values.get(name)
  if (!value) refuse(name)
  if (argument !== '' && !takesArgument.has(name))
    throw badMember('print', `${name} takes nothing behind a colon`)
  if (name === 'header' && argument === '') throw badMember('print', 'say which: header:X-Mailer')
  return (mail) => value(mail, argument)
}

function refuse(name: string): never {
  const nearest = nearestName(name, [...values.keys()])
  const remedy =
    nearest === undefined ? `there are ${[...values.keys()].join(', ')}` : `did you mean "${nearest}"?`
  const details = nearest === undefined ? {} : { suggestion: nearest }
  throw badMember('print', `there is no value "${name.slice(0, 80)}"; ${remedy}`, details)
}

/** The one that is most certain, the first of several. */
function codeOf({ message }: Printable): string | undefined {
  const { codes } = message.facts
  return codes.reduce((best, code) => (code.confidence > best.confidence ? code : best), codes[0] ?? noCode)
    .value
}

const noCode = { value: undefined, confidence: -1 }

/** The href of the first link whose visible text contains `text`, case ignored. */
function linkOf({ message }: Printable, text: string): string | undefined {
  const wanted = text.normalize().toLowerCase()
  return message.facts.links.find((link) => link.text.normalize().toLowerCase().includes(wanted))?.href
}

function headerOf({ message }: Printable, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return message.facts.headers.find((header) => header.name.toLowerCase() === wanted)?.value
}

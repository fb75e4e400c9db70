// One value of a mail as text, for shells: `print=code`, `print=link:Confirm`.

import { quoted, visible } from '../../assert/visible.js'
import { nearestName } from '../../model/nearest.js'
import { badMember } from '../../query/criteria/bad-criteria.js'
import type { QueryWaitReport } from '../mailroom.js'

export type Print = NonNullable<QueryWaitReport['print']>
type Printable = Parameters<Print>[0]

interface Value {
  /** `argument` is what stands behind the colon, `''` where nothing does; `undefined` where the mail has no such thing */
  readonly of: (mail: Printable, argument: string) => string | undefined
  /** what a mail then lacks: `has no code` */
  readonly missing: (mail: Printable, argument: string) => string
}

/** Something that every mail has. */
const always = (of: (mail: Printable) => string): Value => ({ of, missing: () => 'has no such value' })

const values: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['id', always(({ message }) => message.summary.id)],
  ['cursor', always(({ cursor }) => cursor)],
  ['messageId', { of: ({ message }) => message.facts.messageId, missing: () => 'has no Message-ID' }],
  ['subject', always(({ message }) => message.facts.subject)],
  [
    'from',
    {
      of: ({ message }) => message.summary.from?.address,
      missing: () => 'has no address in its From field',
    },
  ],
  ['to', always(({ message }) => message.summary.to.map(({ address }) => address).join(', '))],
  ['recipient', always(({ message }) => message.summary.envelope.to.join(', '))],
  ['inbox', always(({ message }) => message.summary.inboxes.join(', '))],
  ['size', always(({ message }) => String(message.summary.size))],
  ['text', always(({ bodies }) => bodies.text)],
  ['html', { of: ({ bodies }) => bodies.html, missing: () => 'has no HTML; ask for text' }],
  ['code', { of: codeOf, missing: () => 'has no one-time code' }],
  ['link', { of: linkOf, missing: missingLink }],
  [
    'attachment',
    { of: ({ message }) => message.facts.attachments[0]?.filename, missing: () => 'has no attachments' },
  ],
  ['header', { of: headerOf, missing: missingHeader }],
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
  return (mail) => {
    const found = value.of(mail, argument)
    if (found !== undefined) return { text: found }
    const { id, subject } = mail.message.summary
    return { missing: `${quoted(subject)} (${id}) ${value.missing(mail, argument)}` }
  }
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

const listed = 5

function missingLink({ message }: Printable, text: string): string {
  const { links } = message.facts
  if (links.length === 0) return 'has no links'
  const shown = links.slice(0, listed).map((link) => `${quoted(link.text)} ${visible(link.href)}`)
  const more = links.length > listed ? `, and ${links.length - listed} more` : ''
  return `has no link with ${quoted(text)}; its links are ${shown.join(', ')}${more}`
}

function missingHeader({ message }: Printable, name: string): string {
  const names = message.facts.headers.slice(0, 200).map((header) => header.name)
  const nearest = nearestName(name, names)
  return `has no header field ${quoted(name)}${nearest === undefined ? '' : `; it has ${quoted(nearest)}`}`
}

function headerOf({ message }: Printable, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return message.facts.headers.find((header) => header.name.toLowerCase() === wanted)?.value
}

// The body of POST /api/v1/send, checked as Mailpit checks it, in its words.

import { badInput } from '../../../errors/problem.js'
import { addressesIn } from '../../../inject/address-list.js'
import { type Members, membersOf, textAt, textsAt } from '../../json-body.js'

export interface Person {
  readonly name: string
  readonly address: string
}

export interface SentAttachment {
  readonly filename: string
  readonly content: Buffer
  /** `''` for one to be guessed by the name */
  readonly contentType: string
  /** `''` for one that stands apart from the text */
  readonly contentId: string
}

export interface SentMail {
  readonly from: Person
  readonly to: readonly Person[]
  readonly cc: readonly Person[]
  readonly bcc: readonly string[]
  readonly replyTo: readonly Person[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly tags: readonly string[]
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly attachments: readonly SentAttachment[]
}

const most = { people: 1000, attachments: 100, headers: 200 }

/** @throws MailholdError `badInput` */
export function readMail(members: Members): SentMail {
  const mail = {
    from: readPerson(members.get('from'), 'From'),
    to: readPeople(members, 'To'),
    cc: readPeople(members, 'Cc'),
    bcc: (textsAt(members, 'Bcc') ?? []).map((address) => checkAddress(address, 'Bcc')),
    replyTo: readPeople(members, 'ReplyTo'),
    subject: textAt(members, 'Subject'),
    text: textAt(members, 'Text'),
    html: textAt(members, 'HTML'),
    tags: textsAt(members, 'Tags') ?? [],
    headers: readHeaders(members),
    attachments: listAt(members, 'Attachments', most.attachments).map(readAttachment),
  }
  if (mail.to.length + mail.cc.length + mail.bcc.length > 0) return mail
  throw badInput('To', 'error building message: no recipients (to, cc, bcc) set')
}

function listAt(members: Members, name: string, limit: number): readonly unknown[] {
  const value = members.get(name.toLowerCase()) ?? []
  if (!Array.isArray(value)) throw badInput(name, `${name} must be a list`)
  if (value.length > limit) throw badInput(name, `${name} may have ${limit} entries at most`)
  return value
}

const readPeople = (members: Members, name: string): Person[] =>
  listAt(members, name, most.people).map((one) => readPerson(one, name))

const shownNames: Readonly<Record<string, string>> = { ReplyTo: 'Reply-To' }

function readPerson(value: unknown, name: string): Person {
  const members = membersOf(value)
  if (!members)
    throw badInput(
      name,
      name === 'From' ? 'error building message: from not set' : `${name} must hold objects`,
    )
  return {
    name: textAt(members, 'Name'),
    address: checkAddress(textAt(members, 'Email'), shownNames[name] ?? name),
  }
}

function checkAddress(text: string, name: string): string {
  const [address, ...others] = addressesIn(text)
  if (address !== undefined && others.length === 0 && /^.+@[^@]+$/.test(address)) return address
  throw badInput(name, `invalid ${name} address: ${text.slice(0, 300)}`)
}

const restricted = new Set([
  'to',
  'from',
  'cc',
  'bcc',
  'reply-to',
  'date',
  'subject',
  'content-type',
  'mime-version',
])

function readHeaders(members: Members): (readonly [string, string])[] {
  const value = members.get('headers') ?? {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw badInput('Headers', 'Headers must be an object')
  const entries = Object.entries(value)
  if (entries.length > most.headers)
    throw badInput('Headers', `Headers may have ${most.headers} entries at most`)
  return entries.map(([name, text]): readonly [string, string] => {
    // RFC 5322 §3.6.8
    if (!/^[!-9;-~]{1,200}$/.test(name))
      throw badInput('Headers', `invalid header name: "${name.slice(0, 100)}"`)
    const isTags = name.toLowerCase() === 'x-tags' && members.has('tags')
    if (restricted.has(name.toLowerCase()) || isTags)
      throw badInput('Headers', `cannot overwrite header: "${name}"`)
    if (typeof text !== 'string') throw badInput('Headers', `the header "${name}" must be a text`)
    return [name, text]
  })
}

function readAttachment(value: unknown): SentAttachment {
  const members = membersOf(value)
  if (!members) throw badInput('Attachments', 'Attachments must hold objects')
  const filename = textAt(members, 'Filename')
  return {
    filename,
    content: readContent(textAt(members, 'Content'), filename),
    contentType: textAt(members, 'ContentType'),
    contentId: textAt(members, 'ContentID').replace(/[<>\s]/g, ''),
  }
}

// groups of four in a repetition of their own would take a stack as deep as the text is long
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)

/** Browsers put `data:image/png;base64,` in front. */
function readContent(text: string, filename: string): Buffer {
  const base64 = text.slice(text.lastIndexOf(',') + 1).replace(/\s/g, '')
  if (isBase64(base64)) return Buffer.from(base64, 'base64')
  throw badInput(
    'Attachments',
    `error decoding base64 attachment "${filename.slice(0, 100)}": illegal base64 data`,
  )
}

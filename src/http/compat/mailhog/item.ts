// A message in the shape of MailHog's API.

import type { Mailroom } from '../../../mailroom/mailroom.js'
import type { Message } from '../../../model/message.js'
import { time } from '../../wire-form/time.js'
import { type Content, cutUp, type Tree } from './content.js'

export interface Path {
  readonly Relays: readonly string[] | null
  readonly Mailbox: string
  readonly Domain: string
  readonly Params: string
}

export interface Item {
  readonly ID: string
  readonly From: Path
  readonly To: readonly Path[]
  readonly Content: Content
  readonly Created: string
  readonly MIME: Tree | null
  readonly Raw: {
    readonly From: string
    readonly To: readonly string[]
    readonly Data: string
    readonly Helo: string
  }
}

/** An answer holds a message about three times over; what goes beyond is cut off in it, never in the store. */
const mostOctets = 8 * 1024 * 1024

/** The message as received, as far as an answer shows it. */
export async function octetsOf({ raw }: Pick<Mailroom, 'raw'>, message: Message): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const end = Math.min(mostOctets, message.summary.size)
  for await (const octets of raw(message, 0, end)) pieces.push(octets)
  return Buffer.concat(pieces)
}

/** @param octets the message as received */
export function itemForm(message: Message, octets: Buffer): Item {
  const { summary, envelope, origin } = message
  const text = octets.toString('utf8')
  const { MIME, ...content } = cutUp(text)
  return {
    ID: summary.id,
    From: pathForm(envelope.from.address),
    To: envelope.to.map(({ address }) => pathForm(address)),
    Content: { ...content, Headers: withTrace(content.Headers, message), Size: octets.length, MIME: null },
    Created: time(summary.receivedAt),
    MIME,
    Raw: {
      From: envelope.from.address,
      To: envelope.to.map(({ address }) => address),
      Data: text,
      Helo: origin.helo ?? '',
    },
  }
}

/** An address without `@` is all mailbox. */
function pathForm(address: string): Path {
  const at = address.indexOf('@')
  return {
    Relays: null,
    Mailbox: at < 0 ? address : address.slice(0, at),
    Domain: at < 0 ? '' : address.slice(at + 1),
    Params: '',
  }
}

/** MailHog shows where a mail came from as header fields; here they are in the answer only, never in the message. */
function withTrace(
  headers: Content['Headers'],
  { summary, envelope, origin }: Message,
): Readonly<Record<string, readonly string[]>> {
  const found = new Map(Object.entries(headers))
  const names = new Map([...found.keys()].map((name) => [name.toLowerCase(), name]))
  const add = (name: string, value: string) => {
    const key = names.get(name.toLowerCase()) ?? name
    found.set(key, [...(found.get(key) ?? []), value])
  }
  const when = new Date(summary.receivedAt).toUTCString()
  add('Received', `from ${origin.helo ?? ''} by mailhold (Mailhold)\r\n          id ${summary.id}; ${when}`)
  add('Return-Path', `<${envelope.from.address}>`)
  if (!names.has('message-id')) add('Message-ID', summary.id)
  return Object.fromEntries(found)
}

// Maildrops held in memory, to test the POP3 head by itself: slow and simple, so that it is plainly right.

import type { Maildrop, Maildrops, Sessions } from '#mailhold/mailroom/mailroom.js'
import { MailholdError } from '#mailhold/model/errors.js'
import { asMessageId, type MessageId } from '#mailhold/model/ids.js'
import type { SessionRecord } from '#mailhold/model/session.js'

export interface MemoryMaildrops extends Maildrops, Sessions {
  /** what update removed, in order */
  readonly removed: MessageId[]
  readonly records: SessionRecord[]
  /** makes a message vanish, as a removal elsewhere does */
  lose(number: number): void
  readonly openNames: ReadonlySet<string>
  /** called at every read of a message */
  onRead: (id: MessageId) => void
}

/** The CRLF form of a message, one character per octet. */
export function crlfForm(raw: Uint8Array): Buffer {
  const text = Buffer.from(raw)
    .toString('latin1')
    .replace(/(?<!\r)\n/g, '\r\n')
  const isOpen = text !== '' && !text.endsWith('\n')
  return Buffer.from(isOpen ? `${text}\r\n` : text, 'latin1')
}

/** Header, empty line and so many lines of the body. */
export function topOf(raw: Uint8Array, bodyLines: number): Buffer {
  const lines = crlfForm(raw)
    .toString('latin1')
    .split(/(?<=\r\n)/)
  const empty = lines.indexOf('\r\n')
  return Buffer.from(lines.slice(0, empty < 0 ? undefined : empty + 1 + bodyLines).join(''), 'latin1')
}

export const messageId = (text: string): MessageId => {
  const id = asMessageId(text)
  if (id === undefined) throw new Error(`no message id: ${text}`)
  return id
}

/** Every login sees the same messages, in a maildrop of its own name; message 1 has the id `m1`. */
export function memoryMaildrops(messages: readonly Uint8Array[], pieceSize = 64 * 1024): MemoryMaildrops {
  const kept = new Map(messages.map((raw, index) => [messageId(`m${index + 1}`), raw]))
  const openNames = new Set<string>()
  const removed: MessageId[] = []
  const records: SessionRecord[] = []

  async function* pieces(octets: Buffer) {
    for (let at = 0; at < octets.length; at += pieceSize) yield octets.subarray(at, at + pieceSize)
  }

  function open(login: string): Maildrop {
    if (openNames.has(login))
      throw new MailholdError('locked', `maildrop ${login} is open in another session`)
    openNames.add(login)
    return {
      name: login,
      description: `${kept.size} messages for ${login}`,
      messages: [...kept].map(([id, raw]) => ({ id, size: crlfForm(raw).length })),
      async read(id, bodyLines) {
        maildrops.onRead(id)
        const raw = kept.get(id)
        return raw && pieces(bodyLines === undefined ? crlfForm(raw) : topOf(raw, bodyLines))
      },
      async update(marked, policy) {
        if (policy === 'keep') return
        for (const id of marked) kept.delete(id)
        removed.push(...marked)
      },
      release: () => void openNames.delete(login),
    }
  }

  const maildrops: MemoryMaildrops = {
    removed,
    records,
    openNames,
    onRead: () => {},
    lose: (number) => void kept.delete(messageId(`m${number}`)),
    openMaildrop: async (login) => open(login),
    openSession: (_id, record) => ({ end: () => void records.push(record()) }),
    session: async (id) => records.find((record) => record.id === id),
    sessions: async () => records,
  }
  return maildrops
}

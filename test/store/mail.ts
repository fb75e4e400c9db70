// Messages and stores for the tests of the store.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '#mailhold/model/change.js'
import type { MailFacts } from '#mailhold/model/facts.js'
import { asInboxName, asMessageId, asSessionId, type InboxName, type MessageId } from '#mailhold/model/ids.js'
import type { SessionRecord } from '#mailhold/model/session.js'
import { openStore } from '#mailhold/store/open-store.js'
import { prepareFacts } from '#mailhold/store/prepare-facts.js'
import type { NewMessage, Store, StoreOptions } from '#mailhold/store/store.js'

export const id = (text: string): MessageId => {
  const made = asMessageId(text)
  if (!made) throw new Error(`"${text}" is no message id`)
  return made
}

export const inbox = (text: string): InboxName => {
  const made = asInboxName(text)
  if (!made) throw new Error(`"${text}" is no inbox name`)
  return made
}

/** What a test wants to say of a message; all else is ordinary. */
export interface Sketch {
  readonly inboxes?: readonly string[]
  readonly receivedAt?: number
  readonly envelopeFrom?: string
  readonly recipients?: readonly string[]
  readonly size?: number
  readonly tags?: readonly string[]
  readonly facts?: Partial<MailFacts>
}

export function message(name: string, sketch: Sketch = {}): NewMessage {
  const recipients = sketch.recipients ?? ['ada@example.com']
  const from = sketch.envelopeFrom ?? 'shop@example.com'
  const inboxes = sketch.inboxes ?? ['default']
  const sessionId = asSessionId('session1')
  if (!sessionId) throw new Error('session1 is no session id')
  const size = sketch.size ?? 10
  return {
    id: id(name),
    receivedAt: sketch.receivedAt ?? Date.now(),
    envelope: {
      from: { address: from, raw: from, parameters: [{ name: 'SIZE', value: '10' }] },
      to: recipients.map((address) => ({
        address,
        raw: ` ${address}`,
        parameters: [{ name: 'NOTIFY', value: 'NEVER' }],
      })),
    },
    // Recipients go round the inboxes.
    deliveries: inboxes.map((inboxName, at) => ({
      inbox: inbox(inboxName),
      routedBy: 'subdomain',
      recipients: recipients.flatMap((_, n) => (n % inboxes.length === at ? [n] : [])),
    })),
    origin: {
      sessionId,
      via: 'smtp',
      helo: 'client.example.com',
      remote: '127.0.0.1:50000',
      tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
      auth: { method: 'PLAIN', user: 'app' },
    },
    size,
    crlfSize: size + 2,
    sha256: 'ab'.repeat(32),
    tags: sketch.tags ?? [],
    facts: prepareFacts(factsOf(sketch), recipients),
  }
}

/** What the octets of a sketched message say. */
export function factsOf(sketch: Sketch = {}): MailFacts {
  return {
    headerSize: 5,
    headers: [{ name: 'Subject', value: 'Your order', raw: ' Your order' }],
    subject: 'Your order',
    from: [{ name: 'Shop', address: 'shop@example.com' }],
    to: [{ name: 'Ada', address: 'ada@example.com' }],
    cc: [],
    bcc: [],
    replyTo: [],
    root: {
      path: '1',
      contentType: 'text/plain',
      parameters: [['charset', 'utf-8']],
      encoding: '7bit',
      start: 0,
      bodyStart: 5,
      end: sketch.size ?? 10,
      children: [],
    },
    textParts: ['1'],
    htmlParts: [],
    visibleText: 'Thank you for your order.',
    textTruncated: false,
    snippet: 'Thank you for your order.',
    attachments: [],
    links: [],
    codes: [],
    images: [],
    problems: [],
    ...sketch.facts,
  }
}

export function session(name: string, more: Partial<SessionRecord> = {}): SessionRecord {
  const sessionId = asSessionId(name)
  if (!sessionId) throw new Error(`"${name}" is no session id`)
  return {
    id: sessionId,
    protocol: 'smtp',
    startedAt: 1_000,
    endedAt: 2_000,
    remote: '127.0.0.1:50000',
    local: '127.0.0.1:1025',
    messageIds: [],
    problems: [],
    transcript: [{ at: 1_000, who: 'client', text: 'EHLO client.example.com' }],
    transcriptTruncated: false,
    ...more,
  }
}

export const octets = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** All octets of a message as text. */
export async function bodyOf(
  store: Store,
  name: string,
  start = 0,
  end = Number.POSITIVE_INFINITY,
): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of store.octets(id(name), start, end)) parts.push(part)
  return Buffer.concat(parts).toString('latin1')
}

/** A store of its own folder; `again` closes it and opens it once more. */
export interface Opened {
  readonly store: Store
  readonly folder: string
  /** everything that was announced, in order */
  readonly announced: Change[]
  readonly notices: string[]
  again(options?: Partial<StoreOptions>): Promise<Opened>
  end(): Promise<void>
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'mailhold-store-'))

export async function openIn(folder: string, options: Partial<StoreOptions> = {}): Promise<Opened> {
  const announced: Change[] = []
  const notices: string[] = []
  const store = await openStore({
    folder,
    durable: true,
    retention: { maxMessages: 1_000_000, maxAge: 1e15, maxStoreSize: 1e15 },
    onCommit: (changes) => announced.push(...changes),
    onNotice: (text) => notices.push(text),
    recover: false,
    ...options,
  })
  return {
    store,
    folder,
    announced,
    notices,
    async again(more) {
      await store.close()
      return openIn(folder, { ...options, ...more })
    },
    async end() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

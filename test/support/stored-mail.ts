// A real store in a folder of its own, and mails put into it without the way through SMTP and parser.

import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Delivery } from '#mailhold/model/envelope.js'
import type { MailFacts } from '#mailhold/model/facts.js'
import { asInboxName, asMessageId, asSessionId, freshId, type MessageId } from '#mailhold/model/ids.js'
import { openStore } from '#mailhold/store/open-store.js'
import { prepareFacts } from '#mailhold/store/prepare-facts.js'
import type { Store } from '#mailhold/store/store.js'
import { crlfForm } from './memory-maildrops.js'

export interface TestStore extends AsyncDisposable {
  readonly store: Store
  /** Keeps a mail and resolves with its id; deliveries are `inbox: recipients`. */
  keep(raw: string, deliveries: Readonly<Record<string, readonly string[]>>): Promise<MessageId>
  /** closes the store and opens it again */
  reopen(): Promise<void>
}

export async function testStore(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-maildrops-'))
  let store = await open(folder)
  return {
    get store() {
      return store
    },
    keep: (raw, deliveries) => keep(store, raw, deliveries),
    async reopen() {
      await store.close()
      store = await open(folder)
    },
    async [Symbol.asyncDispose]() {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const open = (folder: string): Promise<Store> =>
  openStore({
    folder,
    durable: false,
    retention: { maxMessages: 100_000, maxAge: 1e12, maxStoreSize: 1e9 },
    onCommit: () => {},
    onNotice: () => {},
    recover: false,
  })

async function keep(
  store: Store,
  raw: string,
  deliveries: Readonly<Record<string, readonly string[]>>,
): Promise<MessageId> {
  const octets = Buffer.from(raw, 'latin1')
  const id = known(asMessageId(freshId(Date.now(), randomBytes(8))))
  const recipients = Object.values(deliveries).flat()
  await store.keep(
    {
      id,
      receivedAt: Date.now(),
      envelope: {
        from: { address: '', raw: '', parameters: [] },
        to: recipients.map((address) => ({ address, raw: address, parameters: [] })),
      },
      deliveries: Object.entries(deliveries).map(
        ([inbox, addresses]): Delivery => ({
          inbox: known(asInboxName(inbox)),
          routedBy: 'default',
          recipients: addresses.map((address) => recipients.indexOf(address)),
        }),
      ),
      origin: { sessionId: known(asSessionId('test')), via: 'smtp' },
      size: octets.length,
      crlfSize: crlfForm(octets).length,
      sha256: createHash('sha256').update(octets).digest('hex'),
      facts: prepareFacts(noFacts, recipients),
      tags: [],
    },
    new Uint8Array(octets),
  )
  return id
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a name has the wrong form')
  return value
}

const noFacts: MailFacts = {
  headerSize: 0,
  headers: [],
  subject: '',
  from: [],
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  root: {
    path: '1',
    contentType: 'text/plain',
    parameters: [],
    encoding: '7bit',
    start: 0,
    bodyStart: 0,
    end: 0,
    children: [],
  },
  textParts: [],
  htmlParts: [],
  visibleText: '',
  textTruncated: false,
  snippet: '',
  attachments: [],
  links: [],
  codes: [],
  images: [],
  problems: [],
}

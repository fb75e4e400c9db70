// Keeps mail as fast as it can and prints what was acknowledged: `<id> <sha256 of the octets>`. Killed by its test.

import { createHash, randomBytes } from 'node:crypto'
import { openStore } from '#mailhold/store/open-store.js'
import { prepareFacts } from '#mailhold/store/prepare-facts.js'

const [folder, round] = process.argv.slice(2)
const store = await openStore({
  folder,
  durable: true,
  retention: { maxMessages: 1e9, maxAge: 1e15, maxStoreSize: 1e15 },
  onCommit() {},
  onNotice: console.error,
  recover: false,
})

let next = 0
await Promise.all(Array.from({ length: 20 }, (_, sender) => send(sender)))

/** One sender in four sends mail of several chunks. */
async function send(sender) {
  for (;;) {
    const id = `r${round}n${next++}`
    const octets = new Uint8Array(randomBytes(sender % 4 === 0 ? 600_000 : 3_000))
    const hash = createHash('sha256').update(octets).digest('hex')
    await store.keep(message(id, octets.byteLength), await bodyFor(octets))
    process.stdout.write(`${id} ${hash}\n`)
  }
}

async function bodyFor(octets) {
  if (octets.byteLength < 262_144) return octets
  const body = store.openBody()
  for (let at = 0; at < octets.byteLength; at += 262_144) await body.write(octets.slice(at, at + 262_144))
  return body
}

function message(id, size) {
  const address = 'ada@example.com'
  const none = {
    from: [],
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    attachments: [],
    links: [],
    codes: [],
    images: [],
  }
  return {
    id,
    receivedAt: Date.now(),
    envelope: {
      from: { address, raw: address, parameters: [] },
      to: [{ address, raw: address, parameters: [] }],
    },
    deliveries: [{ inbox: 'default', routedBy: 'default', recipients: [0] }],
    origin: { sessionId: 'torture', via: 'smtp' },
    size,
    crlfSize: size,
    sha256: '',
    tags: [],
    facts: prepareFacts(
      {
        ...none,
        headerSize: 0,
        headers: [],
        subject: `subject ${id}`,
        root: {
          path: '1',
          contentType: 'text/plain',
          parameters: [],
          encoding: '7bit',
          start: 0,
          bodyStart: 0,
          end: size,
          children: [],
        },
        textParts: ['1'],
        htmlParts: [],
        visibleText: `text of ${id}`,
        textTruncated: false,
        snippet: '',
        problems: [],
      },
      [address],
    ),
  }
}

// Programs that fetch a whole maildrop. Some rewrite what they store, so what they were sent is recorded on the way.

import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { clientTest, succeedIn } from '../support/client-program.js'
import { type FilledMailhold, filledMailhold } from '../support/filled-mailhold.js'
import { type Recorder, recorder } from '../support/pop3-recorder.js'

let filled: FilledMailhold
let record: Recorder
beforeEach(async () => {
  filled = await filledMailhold()
  record = await recorder(filled.pop3.port)
})
afterEach(async () => {
  await record[Symbol.asyncDispose]()
  await filled[Symbol.asyncDispose]()
})

const path = (name: string) => join(filled.folder, name)

function write(name: string, text: string): void {
  writeFileSync(path(name), text, { mode: 0o600 })
}

/** Makes a command that stores what it is given in a file of its own in `folder`, after it did what is `before` that. */
function storingCommand(folder: string, before = ':'): string {
  mkdirSync(path(folder))
  write('store.sh', `#!/bin/sh\n${before}\nexec cat > "$(mktemp ${path(folder)}/XXXXXXXXXX)"\n`)
  chmodSync(path('store.sh'), 0o700)
  return path('store.sh')
}

const stored = (folder: string): Buffer[] =>
  readdirSync(path(folder)).map((name) => readFileSync(join(path(folder), name)))

const digest = (message: Buffer): string => createHash('sha256').update(message).digest('hex')

const digests = (messages: readonly Buffer[]): string[] => messages.map(digest).sort()

const withoutCr = (message: Buffer): Buffer =>
  Buffer.from(message.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')

/** How many of the messages were stored as they are. */
function storedAsTheyAre(folder: string): number {
  const found = new Set(digests(stored(folder)))
  return filled.messages.filter((message) => found.has(digest(message))).length
}

const fetchmailrc = (login: string, what: string, store: string) => `
set invisible
set no bouncemail
poll 127.0.0.1 protocol pop3 port ${record.port} uidl no dns bad-header accept
  user "${login}" there password "x" ${what}
  no rewrite pass8bits no mimedecode no stripcr no dropstatus no forcecr sslproto ""
  mda "${store}"
`
const fetchmail = () =>
  succeedIn(filled.folder, 'fetchmail', '-f', 'rc', '-i', 'ids', '-N', '-s', '--pidfile', path('pid'))

clientTest('fetchmail', 'fetches every message by its unique id and keeps it, once', async () => {
  write('rc', fetchmailrc('all', 'keep', storingCommand('out')))

  await fetchmail()
  const first = record.retrieved()
  await fetchmail().catch(nothingNew)

  expect(digests(first)).toEqual(digests(filled.messages))
  expect(record.retrieved()).toHaveLength(filled.messages.length)
  expect(stored('out')).toHaveLength(filled.messages.length)
  // It drops mbox separators, mends headers that do not end, and stores all others as they are.
  expect(storedAsTheyAre('out')).toBeGreaterThan(300)
  expect((await filled.mailhold.status()).messages).toBe(filled.messages.length)
})

/** fetchmail ends with 1 when there was nothing to fetch. */
function nothingNew(error: unknown): void {
  if (!String(error).includes('ended with 1:')) throw error
}

clientTest('fetchmail', 'fetches every message and deletes it', async () => {
  write('rc', fetchmailrc('ada@example.com', 'fetchall no keep', storingCommand('out')))

  await fetchmail()

  expect(digests(record.retrieved())).toEqual(digests(filled.messages))
  expect((await filled.mailhold.status()).messages).toBe(0)
})

clientTest('mpop', 'fetches every message with pipelining octet for octet', async () => {
  for (const folder of ['out', 'out/cur', 'out/new', 'out/tmp']) mkdirSync(path(folder))
  write(
    'rc',
    `account default
host 127.0.0.1
port ${record.port}
user all
password x
auth plain
tls off
delivery maildir ${path('out')}
uidls_file ${path('uidls')}
keep on
pipelining on
received_header off
`,
  )

  await succeedIn(filled.folder, 'mpop', '-C', 'rc', '-q')
  await succeedIn(filled.folder, 'mpop', '-C', 'rc', '-q')

  expect(digests(record.retrieved())).toEqual(digests(filled.messages))
  expect(digests(stored('out/new'))).toEqual(digests(filled.messages.map(withoutCr)))
})

clientTest('mpop', 'deletes what it fetched', async () => {
  for (const folder of ['out', 'out/cur', 'out/new', 'out/tmp']) mkdirSync(path(folder))
  write(
    'rc',
    `account default
host 127.0.0.1
port ${record.port}
user inbox:default
password x
auth plain
tls off
delivery maildir ${path('out')}
uidls_file ${path('uidls')}
keep off
received_header off
`,
  )

  await succeedIn(filled.folder, 'mpop', '-C', 'rc', '-q')

  expect(digests(stored('out/new'))).toEqual(digests(filled.messages.map(withoutCr)))
  expect((await filled.mailhold.status()).messages).toBe(0)
})

// getmail misses the end of a command that is quicker than its own preparations for that, and then waits a minute in vain.
const untilGetmailSleeps =
  "while test -r /proc/$PPID/status && ! grep -q '^State:.S' /proc/$PPID/status; do :; done"

clientTest('getmail', 'fetches every message and deletes it', async () => {
  write(
    'rc',
    `[retriever]
type = SimplePOP3Retriever
server = 127.0.0.1
port = ${record.port}
username = all
password = x
[destination]
type = MDA_external
path = ${storingCommand('out', untilGetmailSleeps)}
allow_root_commands = true
[options]
delete = true
delivered_to = false
received = false
verbose = 0
`,
  )

  await succeedIn(filled.folder, 'getmail', `--getmaildir=${filled.folder}`, '--rcfile=rc')

  expect(digests(record.retrieved())).toEqual(digests(filled.messages))
  expect(stored('out')).toHaveLength(filled.messages.length)
  expect((await filled.mailhold.status()).messages).toBe(0)
})

clientTest('mutt', 'opens the maildrop and copies every message of it', async () => {
  // It asks whether to make this folder, and would take our keys for the answer.
  mkdirSync(path('Mail'))
  write(
    'rc',
    `set pop_delete=no
set pop_authenticators="user"
set ssl_starttls=no
set ssl_force_tls=no
set confirmappend=no
set confirmcreate=no
set mbox_type=Maildir
set quit=yes
set wait_key=no
set read_inc=0
set write_inc=0
`,
  )
  const keys = `<tag-pattern>.<enter><tag-prefix-cond><copy-message><kill-line>${path('out')}<enter><end-cond><exit>`
  const command = `mutt -F rc -f pop://all:x@127.0.0.1:${record.port} -e 'push "${keys}"'`

  await succeedIn(filled.folder, 'script', '-qec', command, path('screen'))

  // It asks for the headers of all first, then fetches each message that it copies.
  expect(digests(record.retrieved())).toEqual(digests(filled.messages))
  // What has a Status field of its own counts as read and lies in `cur`.
  expect([...stored('out/new'), ...stored('out/cur')]).toHaveLength(filled.messages.length)
})

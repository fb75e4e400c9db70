// How long pages and searches take with many messages: node bench/store-search.mjs [messages] [folder to keep]

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../dist/store/open-store.js'
import { newMessage, words } from './store-mail.mjs'

const wanted = Number(process.argv[2] ?? 100_000)
const kept = process.argv[3]
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'mailhold-bench-')))
const started = performance.now()
const store = await openStore({
  folder,
  durable: false,
  retention: { maxMessages: 1e9, maxAge: 1e15, maxStoreSize: 1e15 },
  onCommit() {},
  onNotice: console.error,
  recover: false,
})
console.log(`opened in ${(performance.now() - started).toFixed(0)} ms`)

await fill((await store.stats()).messages)

const is = (condition) => ({ kind: 'is', condition })
const all = (...operands) => ({ kind: 'and', operands })
const text = (words, prefix = false) => is({ field: 'text', words, prefix })
const exact = (field, address) => is({ field, pattern: { form: 'exact', address } })
const middle = Math.floor(wanted / 2)
const searches = {
  'first page': {},
  'first page of an inbox': { inbox: 'w7' },
  'page in the middle': { before: { seq: middle } },
  'last hour': { after: { time: Date.now() - 3_600_000 } },
  'before an hour ago': { before: { time: Date.now() - 3_600_000 } },
  'common word': { query: text('1a') },
  'two common words': { query: all(text('1a'), text('2ae')) },
  'rare word': { query: text(`order ${middle}`) },
  'no such word': { query: text('zzzzzz') },
  'beginning of a word': { query: text('2ae', true) },
  'one address': { query: exact('to', `user${middle % 5_000}@example.org`) },
  'a domain that all have': {
    query: is({ field: 'to', pattern: { form: 'domain', domain: 'example.org' } }),
  },
  'word and inbox': { inbox: 'w3', query: text('1a') },
  'address and word': { query: all(exact('to', 'user42@example.org'), text('1a')) },
  'no word': { query: all(text('1a'), { kind: 'not', operand: text('2ae') }) },
  'not an address': { query: { kind: 'not', operand: exact('from', 'noreply@service3.example.com') } },
  'address with *': { query: is({ field: 'to', pattern: { form: 'glob', glob: 'user4*@example.org' } }) },
  'rare address with *': { query: is({ field: 'to', pattern: { form: 'glob', glob: '*nobody*' } }) },
  unread: { query: is({ field: 'is', read: false }) },
  read: { query: is({ field: 'is', read: true }) },
  tag: { query: is({ field: 'tag', name: 'nothing' }) },
  larger: { query: is({ field: 'larger', octets: 5_000_000 }) },
  'message id': { query: is({ field: 'messageId', id: `${middle}@bench.example.com` }) },
  'header with value': { query: is({ field: 'header', name: 'X-Mailer', value: 'order' }) },
  'word or unread': { query: { kind: 'or', operands: [text('zzzzzz'), is({ field: 'is', read: false })] } },
}

for (const [name, selection] of Object.entries(searches)) {
  const taken = []
  let found = 0
  const until = performance.now() + 1_000
  while (taken.length < 3 || (taken.length < 40 && performance.now() < until)) {
    const began = performance.now()
    found = (await store.page({ selection, order: 'newest', limit: 50, total: false })).messages.length
    taken.push(performance.now() - began)
  }
  const first = taken[0]
  taken.sort((a, b) => a - b)
  const p95 = taken[Math.floor((taken.length - 1) * 0.95)]
  const counting = performance.now()
  // Counting looks at every message where the index cannot decide; a page need not.
  const count = name.includes('header') || name.includes('*') ? 'not taken' : await store.count(selection)
  console.log(
    `${name.padEnd(24)} p50 ${ms(taken[taken.length >> 1])} p95 ${ms(p95)} first ${ms(first)}   ${String(found).padStart(2)} on the page; count ${count} in ${ms(performance.now() - counting)}`,
  )
}

await store.close()
if (!kept) await rm(folder, { recursive: true })

async function fill(there) {
  const texts = Array.from({ length: 500 }, () => words(1_200))
  const body = new TextEncoder().encode('Subject: x\r\n\r\nbody\r\n')
  const began = performance.now()
  let next = there
  const worker = async () => {
    while (next < wanted) {
      const n = next++
      await store.keep(
        newMessage(n, { size: 2_000 + (n % 1_000), visibleText: texts[n % texts.length] }),
        body.slice(),
      )
    }
  }
  await Promise.all(Array.from({ length: 100 }, worker))
  const seconds = (performance.now() - began) / 1000
  const { storeSize } = await store.stats()
  console.log(
    `${wanted - there} messages added in ${seconds.toFixed(0)} s; ${(storeSize / 1e6).toFixed(0)} MB`,
  )
}

function ms(milliseconds) {
  return `${milliseconds.toFixed(1).padStart(6)} ms`
}

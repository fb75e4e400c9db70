// How fast the store keeps mail, and how long one mail takes: node bench/store-keep.mjs

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../dist/store/open-store.js'
import { html, newMessage, words } from './store-mail.mjs'

const folder = await mkdtemp(join(tmpdir(), 'mailhold-bench-'))
const store = await openStore({
  folder,
  durable: true,
  retention: { maxMessages: 1e9, maxAge: 1e15, maxStoreSize: 1e15 },
  onCommit() {},
  onNotice: console.error,
  recover: false,
})

let next = 0
const kinds = [
  { name: '1 kB', size: 1_000, text: 500, count: 4_000 },
  { name: '26 kB', size: 26_000, text: 4_000, count: 3_000 },
  { name: '256 kB', size: 256_000, text: 10_000, count: 400 },
]

for (const kind of kinds) {
  const samples = Array.from({ length: 50 }, () => ({
    raw: new TextEncoder().encode(html(kind.size)),
    visibleText: words(kind.text),
  }))
  const keepOne = () => {
    const { raw, visibleText } = samples[next % samples.length]
    return store.keep(newMessage(next++, { size: kind.size, visibleText }), raw.slice())
  }
  await flood(200, 20, keepOne)
  const started = performance.now()
  await flood(kind.count, 20, keepOne)
  const seconds = (performance.now() - started) / 1000
  const single = await times(200, keepOne)
  console.log(
    `${kind.name.padEnd(7)} ${(kind.count / seconds).toFixed(0)} mails/s with 20 in flight; ` +
      `one at a time p50 ${percentile(single, 0.5)} ms, p99 ${percentile(single, 0.99)} ms`,
  )
}

const ids = Array.from({ length: 3_000 }, (_, n) => `bench${String(4_400 + n).padStart(12, '0')}`)
for (const at of [1, 8]) {
  const started = performance.now()
  let read = 0
  let index = 0
  const reader = async () => {
    while (index < ids.length) {
      for await (const octets of store.octets(ids[index++], 0, Number.POSITIVE_INFINITY))
        read += octets.byteLength
    }
  }
  await Promise.all(Array.from({ length: at }, reader))
  const seconds = (performance.now() - started) / 1000
  console.log(
    `bodies  ${(ids.length / seconds).toFixed(0)} bodies/s, ${(read / 1e6 / seconds).toFixed(0)} MB/s, ${at} at a time (26 kB)`,
  )
}

await store.close()
await rm(folder, { recursive: true })

async function flood(count, inFlight, act) {
  let started = 0
  const worker = async () => {
    while (started++ < count) await act()
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
}

async function times(count, act) {
  const taken = []
  for (let n = 0; n < count; n++) {
    const started = performance.now()
    await act()
    taken.push(performance.now() - started)
  }
  return taken.sort((a, b) => a - b)
}

function percentile(sorted, share) {
  return sorted[Math.floor((sorted.length - 1) * share)].toFixed(2)
}

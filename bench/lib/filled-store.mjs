// A store with many small messages, made without waiting for the disk.

import { openStore } from '../../dist/store/open-store.js'
import { newMessage, words } from '../store-mail.mjs'

export async function fill(folder, messages) {
  const store = await openStore({
    folder,
    durable: false,
    retention: { maxMessages: 1e9, maxAge: 1e15, maxStoreSize: 1e15 },
    onCommit() {},
    onNotice: console.error,
    recover: false,
  })
  const texts = Array.from({ length: 200 }, () => words(600))
  let next = 0
  const worker = async () => {
    while (next < messages) {
      const n = next
      next += 1
      const body = new TextEncoder().encode(`Subject: ${n}\r\n\r\nbody\r\n`)
      await store.keep(newMessage(n, { size: body.length, visibleText: texts[n % texts.length] }), body)
    }
  }
  await Promise.all(Array.from({ length: 100 }, worker))
  await store.close()
}

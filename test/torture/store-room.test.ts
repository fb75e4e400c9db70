// What is deleted on a full disk makes room by itself: no mail can come that would bring it about.

import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { id, message, type Opened, openIn } from '../store/mail.js'
import { type SmallDisk, smallDisk } from '../support/small-disk.js'

const size = 200_000

let disk: SmallDisk
let opened: Opened
beforeEach(async () => {
  disk = smallDisk(48)
  opened = await openIn(disk.folder)
})
afterEach(async () => {
  await opened.store.close()
  disk.remove()
})

/** Keeps mail as long as there is room to announce one; the names of what was kept. */
async function fillUp(prefix: string): Promise<string[]> {
  const names: string[] = []
  while (opened.store.freeSpace() >= size && names.length < 1_000) {
    const name = `${prefix}${names.length}`
    await opened.store.keep(message(name, { size }), new Uint8Array(randomBytes(size)))
    names.push(name)
  }
  return names
}

test.for([
  ['all of it', 1],
  ['half of it', 0.5],
  ['a tenth of it', 0.1],
] as const)('mail that was deleted makes room without further work: %s', async ([, share], { skip }) => {
  skip(!disk.isMounted)
  const names = await fillUp('first')
  expect(names.length).toBeGreaterThan(100)

  const gone = names.slice(0, Math.floor(names.length * share))
  await opened.store.remove({ ids: gone.map(id) }, 'asked')

  const deleted = gone.length * size
  await expect.poll(() => opened.store.freeSpace(), { timeout: 15_000 }).toBeGreaterThan(deleted * 0.7)
  expect((await fillUp('second')).length).toBeGreaterThan(gone.length * 0.7)
})

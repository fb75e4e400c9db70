import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Change } from '#mailhold/model/change.js'
import { openReading } from '#mailhold/store/face/reading.js'
import { openSpace } from '#mailhold/store/face/space.js'
import { startWriter } from '#mailhold/store/face/writer-end.js'
import { databaseFile } from '#mailhold/store/open-database.js'
import { message, octets, temporaryFolder } from './mail.js'

test('a writer that dies fails its group, is opened again, and everything committed is announced once', async () => {
  const folder = temporaryFolder()
  const announced: Change[] = []
  const notices: string[] = []
  const options = {
    folder,
    durable: true,
    retention: { maxMessages: 1e9, maxAge: 1e15, maxStoreSize: 1e15 },
    onCommit: (changes: readonly Change[]) => announced.push(...changes),
    onNotice: (text: string) => notices.push(text),
    recover: false,
  }
  const writer = startWriter(
    options,
    openSpace(folder, () => performance.now()),
  )
  await writer.opened
  const keep = (name: string) => writer.thread.call('keep', [message(name), octets('x')])
  const acknowledged: string[] = []

  for (let round = 0; round < 8; round++) {
    await keep(`first${round}`)
    const names = Array.from({ length: 40 }, (_, n) => `r${round}n${n}`)
    const keeping = names.map((name) => keep(name).then(() => acknowledged.push(name)))
    const outcomes = Promise.allSettled(keeping)
    if (round % 2) await keeping[round]?.catch(() => {})
    await writer.thread.start().terminate()
    for (const outcome of await outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'storeFailed' })
    }
  }
  await keep('last')

  const reading = openReading(databaseFile(folder), () => {})
  expect(announced).toEqual(await reading.changesAfter(0, 10_000))
  const kept = new Set(announced.map(({ messageId }) => messageId as string))
  expect(acknowledged.filter((name) => !kept.has(name))).toEqual([])
  expect(notices).toHaveLength(8)
  expect(writer.newestSeq).toBe(announced.length)

  await reading.close()
  await writer.thread.finish('close', [])
  rmSync(folder, { recursive: true })
})

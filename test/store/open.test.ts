import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bodyOf, id, message, octets, openIn, temporaryFolder } from './mail.js'

let folder: string
beforeEach(() => {
  folder = join(temporaryFolder(), 'deep', 'data')
})
afterEach(() => {
  rmSync(join(folder, '..', '..'), { recursive: true, force: true })
})

const file = (): string => join(folder, 'mailhold.db')

async function fillAndClose(): Promise<void> {
  const opened = await openIn(folder)
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => opened.store.keep(message(`m${n}`, { size: 1 }), octets('x'))),
  )
  await opened.store.close()
}

test('folder and files are for their owner only', async () => {
  const opened = await openIn(folder)
  await opened.store.keep(message('m1'), octets('x'))

  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(folder)) {
    expect([name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([name, '600'])
  }
  await opened.store.close()
})

test('a closed store is one file with everything in it, and no log beside it', async () => {
  await fillAndClose()

  expect(readdirSync(folder).filter((name) => name.startsWith('mailhold'))).toEqual(['mailhold.db'])
  const again = await openIn(folder)
  expect(again.store.newestSeq).toBe(50)
  await again.store.close()
})

test('a store keeps its name, and another has another', async () => {
  const first = await openIn(folder)
  const other = await openIn(join(folder, 'other'))
  const { name } = first.store
  await Promise.all([first.store.close(), other.store.close()])
  const again = await openIn(folder)

  expect(name).toMatch(/^[a-z0-9]{8,32}$/)
  expect(again.store.name).toBe(name)
  expect(other.store.name).not.toBe(name)
  await again.store.close()
})

test('a folder is for one at a time, and the refusal says who has it and what to do', async () => {
  const opened = await openIn(folder)
  await expect(openIn(folder)).rejects.toMatchObject({
    message: `${folder} is in use by mailhold pid ${process.pid}; add --data memory or --data ./.mailhold`,
  })

  opened.store.describeHolder(' on :8025')

  await expect(openIn(folder)).rejects.toMatchObject({
    code: 'storeInUse',
    message: `${folder} is in use by mailhold pid ${process.pid} on :8025; add --data memory or --data ./.mailhold`,
  })

  await opened.store.keep(message('m1'), octets('x'))
  await opened.store.close()
  const again = await openIn(folder)
  expect(await again.store.message(id('m1'))).toBeDefined()
  await again.store.close()
})

test('what a dead holder wrote of itself keeps nobody out', async () => {
  await fillAndClose()
  writeFileSync(join(folder, 'lock.json'), '{"pid": 1, "describe')

  const opened = await openIn(folder)
  await opened.store.close()
})

test('after closing everything is refused with stopping, and closing again is fine', async () => {
  const { store } = await openIn(folder)
  await Promise.all([store.close(), store.close()])

  await expect(store.keep(message('m1'), octets('x'))).rejects.toMatchObject({ code: 'stopping' })
  await expect(store.page({ selection: {}, order: 'newest', limit: 1, total: false })).rejects.toMatchObject({
    code: 'stopping',
  })
})

test('what was asked for before closing is done', async () => {
  const { store } = await openIn(folder)
  const keeping = Array.from({ length: 100 }, (_, n) => store.keep(message(`m${n}`), octets('x')))
  await store.close()

  expect((await Promise.allSettled(keeping)).every(({ status }) => status === 'fulfilled')).toBe(true)
  const again = await openIn(folder)
  expect((await again.store.stats()).messages).toBe(100)
  await again.store.close()
})

test('a database of a newer program is left alone', async () => {
  await fillAndClose()
  const db = new Database(file())
  db.pragma('user_version = 99')
  db.close()
  const before = readFileSync(file())

  await expect(openIn(folder, { recover: true })).rejects.toMatchObject({ code: 'storeTooNew' })
  expect(readFileSync(file()).equals(before)).toBe(true)
})

test('a database of another program is left alone', async () => {
  await fillAndClose()
  rmSync(file())
  const db = new Database(file())
  db.exec('create table mine (x)')
  db.close()

  await expect(openIn(folder)).rejects.toMatchObject({ code: 'storeDamaged' })
  expect(existsSync(file())).toBe(true)
})

const damages: [string, () => void][] = [
  ['cut short', () => truncateSync(file(), 8_192)],
  [
    'overwritten',
    () => writeFileSync(file(), 'this is not a database, it only lies where one was\n'.repeat(400)),
  ],
  ['with a spoiled first page', () => writeFileSync(file(), readFileSync(file()).fill(0xff, 100, 4_096))],
]

test.each(damages)(
  'a database %s is named, never deleted, and moved aside only when asked to',
  async (_, damage) => {
    await fillAndClose()
    damage()
    const damaged = readFileSync(file())

    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'storeDamaged',
      message: expect.stringMatching(/mailhold\.db is damaged \(.+\); start with --recover to move it aside/),
    })
    expect(readFileSync(file()).equals(damaged)).toBe(true)

    const recovered = await openIn(folder, { recover: true })
    expect((await recovered.store.stats()).messages).toBe(0)
    await recovered.store.keep(message('m1', { size: 1 }), octets('x'))
    expect(await bodyOf(recovered.store, 'm1')).toBe('x')
    expect(recovered.notices).toHaveLength(1)
    const aside = readdirSync(folder).find((name) => name.startsWith('damaged-')) ?? ''
    expect(readFileSync(join(folder, aside, 'mailhold.db')).equals(damaged)).toBe(true)
    await recovered.store.close()
  },
)

test('a folder that cannot be made is named', async () => {
  await fillAndClose()

  await expect(openIn(join(file(), 'inside'))).rejects.toMatchObject({
    code: 'storeFailed',
    message: expect.stringContaining('mailhold.db'),
  })
})

test('a folder where none can be made is one clear error, at once', async () => {
  await expect(openIn('/proc/mailhold/data')).rejects.toThrow(
    /^\/proc\/mailhold\/data cannot be used for mail: /,
  )
})

// Empty pages are given back, and the file becomes shorter as soon as no reader needs what was there.

import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { configure, openForReading, openForWriting, pageSize } from '#mailhold/store/connection.js'
import { shrinker } from '#mailhold/store/writer/shrink.js'
import { temporaryFolder } from './mail.js'

const rows = 600
const pagesOfRow = 10

let folder: string
let db: Database
beforeEach(() => {
  folder = temporaryFolder()
  db = openForWriting(file())
  configure(db, false)
  db.exec('create table filled (n integer primary key, octets blob)')
  const insert = db.prepare('insert into filled (octets) values (zeroblob(?))')
  db.transaction(() => {
    for (let n = 0; n < rows; n += 1) insert.run(pagesOfRow * pageSize - 200)
  })()
  db.pragma('wal_checkpoint(truncate)')
  // Nothing is copied into the file but by what is tested here.
  db.pragma('wal_autocheckpoint = 0')
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (): string => join(folder, 'mailhold.db')
const size = (): number => statSync(file()).size
const whole = rows * pagesOfRow * pageSize

/** Steps until there is no more to do; how many steps did something. */
function stepToEnd(step: () => boolean): number {
  for (let steps = 0; steps < 1_000; steps += 1) if (!step()) return steps
  throw new Error('it never comes to an end')
}

const keepOnly = (count: number): void => void db.prepare('delete from filled where n > ?').run(count)

test('most of the file goes back to the disk, and the file is shorter at once', () => {
  keepOnly(10)

  expect(stepToEnd(shrinker(db, () => false))).toBeGreaterThan(1)

  expect(size()).toBeLessThan(whole * 0.75)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a few empty pages are left for new mail', () => {
  keepOnly(rows - 100)

  expect(stepToEnd(shrinker(db, () => false))).toBe(0)

  expect(size()).toBeGreaterThanOrEqual(whole)
})

test('a disk that is short of room gets them all the same', () => {
  keepOnly(rows - 100)

  stepToEnd(shrinker(db, () => true))

  expect(size()).toBeLessThan(whole - 90 * pagesOfRow * pageSize)
})

test('a reader that still needs the old pages is not disturbed, and the file is shorter when it is done', () => {
  const reader = openForReading(file())
  reader.exec('begin')
  expect(reader.prepare('select count(*) as n from filled').get()).toEqual({ n: rows })
  keepOnly(0)
  const step = shrinker(db, () => true)

  stepToEnd(step)
  expect(size()).toBeGreaterThanOrEqual(whole)
  expect(reader.prepare('select sum(length(octets)) as octets from filled').get()).toEqual({
    octets: rows * (pagesOfRow * pageSize - 200),
  })

  reader.exec('commit')
  expect(stepToEnd(step)).toBe(1)
  expect(size()).toBeLessThan(whole / 10)
  expect(stepToEnd(step)).toBe(0)
  reader.close()
})

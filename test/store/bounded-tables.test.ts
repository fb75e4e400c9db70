// Tables that only grow are cut back to what is promised, oldest first.

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { first } from '#mailhold/store/schema/first.js'
import { changesKept, changeTable } from '#mailhold/store/tables/change.js'
import { sessionReader, sessionsKept, sessionTable } from '#mailhold/store/tables/session.js'
import { id, session } from './mail.js'

const database = (): Database.Database => {
  const db = new Database(':memory:')
  db.exec(first)
  return db
}

/** Changes numbered from 1, a millisecond apart. */
const addChanges = (db: Database.Database, count: number): void => {
  db.prepare(
    `insert into change (kind, message_id, inboxes, at)
     with recursive n (x) as (select 1 union all select x + 1 from n where x < ?) select 'kept', 'm' || x, 'a', x from n`,
  ).run(count)
}

test('old changes go beyond the newest 100,000, and a place before them is too old', () => {
  const db = database()
  const changes = changeTable(db)
  addChanges(db, 100_010)
  const later = changesKept.age + 200_000

  expect(changes.prune(later, 4)).toBe(4)
  expect(changes.prune(later, 500)).toBe(6)
  expect(changes.prune(later, 500)).toBe(0)

  expect(changes.after(9, 1)).toBe('tooOld')
  expect(changes.after(0, 1)).toBe('tooOld')
  expect(changes.after(10, 1)).toMatchObject([{ seq: 11 }])
  expect(changes.newestSeq()).toBe(100_010)
  db.close()
})

test('young changes stay beyond the newest 100,000', () => {
  const db = database()
  const changes = changeTable(db)
  addChanges(db, 100_010)

  expect(changes.prune(changesKept.age, 500)).toBe(0)
  expect(changes.prune(changesKept.age + 4, 500)).toBe(3)
  expect(changes.after(3, 1)).toMatchObject([{ seq: 4 }])
  db.close()
})

test('a place is not too old only because nothing happened yet', () => {
  const db = database()

  expect(changeTable(db).after(0, 10)).toEqual([])
  db.close()
})

test('the newest 5,000 sessions are remembered, with the messages by which they are found', () => {
  const db = database()
  const sessions = sessionTable(db)
  const reader = sessionReader(db)
  for (let n = 1; n <= sessionsKept + 3; n++) {
    sessions.put(session(`s${n}`, { startedAt: n, messageIds: [id(`m${n}`)] }))
  }

  expect(sessions.prune(2)).toBe(2)
  expect(sessions.prune(500)).toBe(1)
  expect(sessions.prune(500)).toBe(0)

  expect(reader.byId('s3')).toBeUndefined()
  expect(reader.newest({ limit: 1, messageId: id('m3') })).toEqual([])
  expect(reader.newest({ limit: 1, messageId: id('m4') })).toHaveLength(1)
  expect(db.prepare('select count(*) as n from session_message').get()).toEqual({ n: sessionsKept })
  db.close()
})

// A page must cost what it holds: no search sorts what it found, and none reads a table from end to end without need.

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Condition } from '#mailhold/query/syntax.js'
import { first } from '#mailhold/store/schema/first.js'
import { clause } from '#mailhold/store/search/conditions.js'
import { seek, statement } from '#mailhold/store/search.js'
import type { Selection } from '#mailhold/store/store.js'
import { summaryColumns } from '#mailhold/store/summary.js'
import { inbox } from './mail.js'

const is = (condition: Condition): Selection => ({ query: { kind: 'is', condition } })

const selections: [string, Selection, RegExp][] = [
  ['everything', {}, /SEARCH m USING INTEGER PRIMARY KEY \(rowid<\?\)/],
  ['an inbox', { inbox: inbox('w1') }, /SEARCH leading USING PRIMARY KEY \(inbox=\? AND message<\?\)/],
  ['after a place', { after: { seq: 5 } }, /SEARCH m USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/],
  ['after a time', { after: { time: 5 } }, /SEARCH m USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/],
  ['a word', is({ field: 'text', words: 'a', prefix: false }), /SCAN search_index VIRTUAL TABLE/],
  ['a size', is({ field: 'larger', octets: 9 }), /SCAN search_index VIRTUAL TABLE/],
  ['read mail', is({ field: 'is', read: true }), /USING INDEX message_read/],
  [
    'a word in an inbox',
    { inbox: inbox('w1'), ...is({ field: 'text', words: 'a', prefix: false }) },
    /SCAN search_index/,
  ],
]

test.each(selections)('a page of %s comes in order by itself', (_, selection, leading) => {
  const db = new Database(':memory:')
  db.exec(first)
  const sought = seek(selection, 60_000)
  const end = clause(`order by ${sought.place} desc limit ?`, 51)
  const { text, values } = statement(summaryColumns, sought, [clause(`${sought.place} < ?`, 1_000)], end)

  const rows = db.prepare<unknown[], { detail: string }>(`explain query plan ${text}`).all(...values)
  const plan = rows.map(({ detail }) => detail).join('\n')
  db.close()

  expect(plan.split('\n').filter((line) => line === 'USE TEMP B-TREE FOR ORDER BY')).toEqual([])
  expect(plan).toMatch(leading)
})

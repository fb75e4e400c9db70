// The list of everything that the writer does, by the name of its call.

import type { WriterWork } from './calls.js'
import { discardBody, keep, keepChunk } from './keep.js'
import { mark } from './mark.js'
import { remove, removeCopies, removeInbox } from './remove.js'
import type { Retention } from './retention.js'
import type { Work } from './work.js'

export const handlers = (work: Work, retention: Retention): WriterWork => ({
  keep: (message, body) => keep(work, message, body),
  chunk: (token, n, start, octets) => keepChunk(work, token, n, start, octets),
  discard: (token) => discardBody(work, token),
  remove: (ids, reason) => remove(work, ids, reason),
  removeCopies: (copies) => removeCopies(work, copies),
  mark: (ids, marks) => mark(work, ids, marks),
  hide(maildrop, ids) {
    for (const id of ids) work.tables.hidden.add(maildrop, id)
  },
  putInbox(inbox) {
    work.tables.inboxes.put(inbox)
    return { changes: [work.ledger.record({ kind: 'inbox', inboxes: [inbox.name] })] }
  },
  removeInbox: (name) => removeInbox(work, name),
  putSessions(sessions) {
    for (const session of sessions) work.tables.sessions.put(session)
  },
  retain: (now) => retention.step(now),
  probe: () => probe(work),
})

/** Calls that give room back, and so may use the ballast on a full disk. */
export const givesRoom: ReadonlySet<string> = new Set([
  'remove',
  'removeCopies',
  'removeInbox',
  'retain',
  'discard',
])

function probe({ tables }: Work): void {
  const written = String(Date.now())
  tables.meta.set('probe', written)
  if (tables.meta.get('probe') !== written) throw new Error('the row that was just written reads otherwise')
}

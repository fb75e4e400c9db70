// Marking: read or unread, tags on and off.

import type { Change } from '../../model/change.js'
import type { MessageId } from '../../model/ids.js'
import type { Commit, Marks } from '../store.js'
import type { Work } from './work.js'

/** Marks messages; only those that really change are told of. */
export function mark(work: Work, ids: readonly MessageId[], marks: Marks): Commit {
  const { tables, ledger } = work
  const changes: Change[] = []
  for (const id of ids) {
    const seq = tables.messages.seqOf(id)
    if (seq === undefined || !apply(work, seq, marks)) continue
    const inboxes = tables.deliveries.of(seq).map(({ inbox }) => inbox)
    changes.push(ledger.record({ kind: 'changed', messageId: id, inboxes }))
  }
  return { changes }
}

function apply({ tables }: Work, seq: number, { read, addTags = [], removeTags = [] }: Marks): boolean {
  let changed = read !== undefined && tables.messages.setRead(seq, read)
  for (const name of removeTags) changed = tables.tags.remove(seq, name) || changed
  for (const name of addTags) changed = tables.tags.add(seq, name) || changed
  return changed
}

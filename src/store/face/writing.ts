// The writing half of the store.

import type { Change } from '../../model/change.js'
import { MailholdError } from '../../model/errors.js'
import type { MessageId } from '../../model/ids.js'
import type { Commit, Selection, Store } from '../store.js'
import type { Slice } from '../writer/calls.js'
import { ArrivingBody, type BodySink } from './pending-body.js'
import type { Reading } from './reading.js'
import type { Space } from './space.js'
import type { WriterEnd } from './writer-end.js'

export type Writing = Pick<
  Store,
  | 'openBody'
  | 'keep'
  | 'remove'
  | 'removeCopies'
  | 'mark'
  | 'hide'
  | 'putInbox'
  | 'removeInbox'
  | 'putSessions'
  | 'retain'
  | 'probe'
>

/** Ids that one call to the writer names: mail that arrives meanwhile waits no longer than these take. */
const idsAtOnce = 100

/** Sessions that one call to the writer stores, for the same reason. */
const sessionsAtOnce = 32

export function openWriting(writer: WriterEnd, reading: Reading, space: Space): Writing {
  const { thread } = writer
  let lastToken = 0

  const sinkFor = (token: number): BodySink => ({
    chunk(n, start, octets) {
      space.spend(octets.byteLength)
      const own = owned(octets)
      return thread.call('chunk', [token, n, start, own], [own.buffer])
    },
    discard: () => thread.call('discard', [token]),
  })

  /** Does something to all that a selection matches now, slice by slice. */
  const forEach = async (
    selection: Selection,
    act: (ids: readonly MessageId[]) => Promise<Commit>,
  ): Promise<Commit> => {
    const changes: Change[] = []
    const slices = isIdsOnly(selection) ? [selection.ids] : reading.idsUpTo(selection, writer.newestSeq)
    for await (const ids of slices) {
      for (const some of inSlices(ids, idsAtOnce)) changes.push(...(await act(some)).changes)
    }
    return { changes }
  }

  return {
    openBody() {
      const token = ++lastToken
      return new ArrivingBody(token, sinkFor(token))
    },

    async keep(message, body) {
      if (body instanceof Uint8Array) {
        space.spend(body.byteLength)
        const own = owned(body)
        return thread.call('keep', [message, own], [own.buffer, message.facts.packed.buffer])
      }
      if (!(body instanceof ArrivingBody))
        throw new MailholdError('storeFailed', 'that body is of another store')
      try {
        await body.finish()
        return await thread.call('keep', [message, body.token], [message.facts.packed.buffer])
      } catch (error) {
        body.discard()
        throw error
      }
    },

    remove: (selection, reason) => forEach(selection, (ids) => thread.call('remove', [ids, reason])),
    mark: (selection, marks) => forEach(selection, (ids) => thread.call('mark', [ids, marks])),
    removeCopies: (copies) => thread.call('removeCopies', [copies]),
    hide: (maildrop, ids) => thread.call('hide', [maildrop, ids]),
    putInbox: (inbox) => thread.call('putInbox', [inbox]),
    removeInbox: (name) => untilDone(() => thread.call('removeInbox', [name])),
    async putSessions(sessions) {
      const slices = [...inSlices(sessions, sessionsAtOnce)]
      await Promise.all(slices.map((some) => thread.call('putSessions', [some])))
    },
    retain: (now) => untilDone(() => thread.call('retain', [now])),
    probe: () => thread.call('probe', []),
  }
}

const isIdsOnly = (selection: Selection): selection is Selection & { readonly ids: readonly MessageId[] } =>
  selection.ids !== undefined && !selection.inbox && !selection.query && !selection.after && !selection.before

function* inSlices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

async function untilDone(step: () => Promise<Slice>): Promise<Commit> {
  const changes: Change[] = []
  for (;;) {
    const slice = await step()
    changes.push(...slice.changes)
    if (!slice.more) return { changes }
  }
}

/** The octets in a buffer of their own, so that handing it over takes nothing else along. */
const owned = (octets: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  octets.byteLength === octets.buffer.byteLength ? octets : octets.slice()

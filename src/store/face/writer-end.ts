// The main thread's end of the writer: calls, the order of announcements, and opening again after a death.

import type { Change } from '../../model/change.js'
import { RemoteThread } from '../rpc/remote-thread.js'
import type { StoreOptions } from '../store.js'
import type { Opened, WriterCalls, WriterNote, WriterOptions } from '../writer/calls.js'
import type { Space } from './space.js'

export type WriterThread = RemoteThread<WriterCalls, WriterNote>

export interface WriterEnd {
  readonly thread: WriterThread
  /** the newest place that everybody was told of */
  readonly newestSeq: number
  /** Resolves when the database is open for the first time. */
  readonly opened: Promise<Opened>
}

export function startWriter(options: StoreOptions, space: Space): WriterEnd {
  const { folder, durable, retention, onNotice, onCommit } = options
  let newestSeq: number | undefined
  let first: Promise<Opened> | undefined
  let isOpen = false

  const announce = (changes: readonly Change[]): void => {
    const newest = changes.at(-1)
    if (!newest) return
    newestSeq = newest.seq
    try {
      onCommit(changes)
    } catch (error) {
      onNotice('telling of a commit failed', { error: String(error) })
    }
  }

  const open = async (): Promise<Opened> => {
    const opened = await thread.call('open', [newestSeq])
    isOpen = true
    newestSeq ??= opened.newestSeq
    announce(opened.missed)
    return opened
  }

  const thread: WriterThread = new RemoteThread<WriterCalls, WriterNote>({
    name: 'mailhold writer',
    url: new URL('../writer-thread.js', import.meta.url),
    workerData: { folder, durable, retention } satisfies WriterOptions,
    onNote({ changes, room, notices }) {
      space.update(room)
      announce(changes)
      for (const { text, facts } of notices) onNotice(text, facts)
    },
    onStart() {
      const opening = open()
      opening.catch(() => {})
      first ??= opening
    },
    onDeath(error) {
      if (!isOpen) return
      isOpen = false
      onNotice('the writer died and is opened again', { error: String(error) })
      // At once, because what it committed last may not have been told of yet.
      thread.start()
    },
  })
  thread.start()
  return {
    thread,
    opened: first ?? open(),
    get newestSeq() {
      return newestSeq ?? 0
    },
  }
}

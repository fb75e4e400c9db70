// The reading half of the store: short reads go to one thread, what may take long to another.

import type { MessageId } from '../../model/ids.js'
import type { ReaderCalls, ReaderOptions } from '../reader/calls.js'
import { maildropSlice } from '../reader/maildrop.js'
import type { Found, Stretch, StretchRequest } from '../reader/selections.js'
import { RemoteThread } from '../rpc/remote-thread.js'
import type { MaildropEntry, Page, PageRequest, Selection, Store } from '../store.js'
import { readOctets } from './octets.js'

type ReaderThread = RemoteThread<ReaderCalls>

export type Reading = Pick<
  Store,
  | 'page'
  | 'wholePage'
  | 'message'
  | 'messages'
  | 'octets'
  | 'count'
  | 'maildrop'
  | 'changesAfter'
  | 'inboxes'
  | 'inbox'
  | 'tags'
  | 'session'
  | 'sessions'
  | 'stats'
> & {
  /** Ids of what the selection matches up to a place, oldest first, in slices. */
  idsUpTo(selection: Selection, newest: number): AsyncIterable<readonly MessageId[]>
  close(): Promise<void>
}

/** How long a page may go on looking where every message costs much; then it answers with what it has and a `next`. */
const patience = 5_000

/** Messages that a selection hands over at once for removing or marking. */
const idsAtOnce = 500

/** Whole messages that one answer of a thread holds. */
const messagesAtOnce = 50

export function openReading(file: string, onDeath: (error: Error) => void): Reading {
  const start = (name: string): ReaderThread =>
    new RemoteThread<ReaderCalls>({
      name: `mailhold ${name} reader`,
      url: new URL('../reader-thread.js', import.meta.url),
      workerData: { file } satisfies ReaderOptions,
      onDeath,
    })
  const quick = start('quick')
  const slow = start('slow')
  const readerFor = (selection: Selection): ReaderThread => (selection.query ? slow : quick)
  const counterFor = ({ query, after, before }: Selection): ReaderThread =>
    query || after || before ? slow : quick

  const totalOf = async ({ total, selection }: PageRequest): Promise<{ readonly total?: number }> =>
    total ? { total: await countAll(counterFor(selection), selection) } : {}

  return {
    async page(request) {
      const found = await collect(request, (part) => readerFor(request.selection).call('page', [part]))
      return { ...asPage(found, request, ({ seq }) => seq), ...(await totalOf(request)) }
    },

    async wholePage(request) {
      const found = await collect(request, (part) =>
        readerFor(request.selection).call('wholePage', [part, request.octets ?? false]),
      )
      return { ...asPage(found, request, ({ summary }) => summary.seq), ...(await totalOf(request)) }
    },

    async message(id) {
      const [message] = await quick.call('messages', [[id]])
      return message
    },

    async messages(ids) {
      const parts = Array.from({ length: Math.ceil(ids.length / messagesAtOnce) }, (_, n) =>
        quick.call('messages', [ids.slice(n * messagesAtOnce, (n + 1) * messagesAtOnce)]),
      )
      return (await Promise.all(parts)).flat()
    },

    octets: (id, start, end) =>
      readOctets(
        {
          first: (...args) => quick.call('firstPiece', args),
          next: (...args) => quick.call('nextPiece', args),
        },
        id,
        start,
        end,
      ),

    count: (selection) => countAll(counterFor(selection), selection),

    async maildrop(scope, hiddenFrom) {
      const entries: MaildropEntry[] = []
      for (;;) {
        const slice = await quick.call('maildrop', [scope, hiddenFrom, entries.at(-1)?.seq ?? 0])
        for (const entry of slice) entries.push(entry)
        if (slice.length < maildropSlice) return entries
      }
    },

    changesAfter: (seq, limit) => quick.call('changesAfter', [seq, limit]),
    inboxes: () => quick.call('inboxes', []),
    inbox: (name) => quick.call('inbox', [name]),
    tags: () => slow.call('tags', []),
    session: (id) => quick.call('session', [id]),
    sessions: (filter) => quick.call('sessions', [filter]),
    stats: () => quick.call('stats', []),

    async *idsUpTo(selection, newest) {
      let stretch: Stretch | undefined = { above: 0, below: newest + 1 }
      while (stretch) {
        const request: StretchRequest = { selection, order: 'oldest', limit: idsAtOnce, stretch }
        const found: Awaited<ReturnType<ReaderCalls['ids']>> = await slow.call('ids', [request])
        if (found.items.length > 0) yield found.items.map(({ id }) => id)
        stretch = found.rest
      }
    },

    async close() {
      await Promise.all([quick.terminate(), slow.terminate()])
    },
  }
}

/** Goes on from stretch to stretch until the page is full, nothing is left, or patience ends. */
async function collect<Item>(
  { selection, order, limit, beyond }: PageRequest,
  read: (part: StretchRequest) => Promise<Found<Item>>,
): Promise<Found<Item>> {
  const deadline = performance.now() + patience
  // One more than asked for tells whether there is a next page.
  const wanted = limit + 1
  const items: Item[] = []
  let stretch: Stretch = {
    above: order === 'oldest' ? (beyond ?? 0) : 0,
    below: order === 'newest' ? (beyond ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
  }
  for (;;) {
    const found = await read({ selection, order, limit: wanted - items.length, stretch })
    items.push(...found.items)
    if (!found.rest || items.length >= wanted || performance.now() > deadline) return { ...found, items }
    stretch = found.rest
  }
}

function asPage<Item>(
  { items, rest, newestSeq }: Found<Item>,
  { limit, order }: PageRequest,
  seqOf: (item: Item) => number,
): Omit<Page, 'messages'> & { readonly messages: readonly Item[] } {
  const messages = items.slice(0, limit)
  const last = messages.at(-1)
  if (items.length > limit && last) return { messages, next: seqOf(last), newestSeq }
  if (!rest || items.length > limit) return { messages, newestSeq }
  return { messages, next: order === 'newest' ? rest.below : rest.above, newestSeq }
}

async function countAll(slow: ReaderThread, selection: Selection): Promise<number> {
  let stretch: Stretch | undefined = { above: 0, below: Number.POSITIVE_INFINITY }
  let count = 0
  while (stretch) {
    const part: Awaited<ReturnType<ReaderCalls['count']>> = await slow.call('count', [selection, stretch])
    count += part.count
    stretch = part.rest
  }
  return count
}

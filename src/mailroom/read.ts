// Gives mail out: lists, whole messages, their octets and their parts.

import { encodeCursor } from '../model/change.js'
import { MailholdError } from '../model/errors.js'
import { asMessageId } from '../model/ids.js'
import type { Message } from '../model/message.js'
import type { PageRequest, Selection, Store } from '../store/store.js'
import { bodiesOf, openPart } from './bodies.js'
import type { ListAnswer, ListRequest, Narrowing, Read } from './mailroom.js'
import { narrow } from './narrow.js'
import type { ParserPool } from './parser/pool.js'
import { viewOf } from './view.js'

/** Messages read at once when all of many are wanted. */
const batch = 50

export function createRead(store: Store, parser: ParserPool): Read {
  const cursorAt = (seq: number) => encodeCursor(store.name, seq)
  const cursor = () => cursorAt(store.newestSeq)
  return {
    list: (request) => list(store, request),
    find: (id, narrowing) => find(store, id, narrowing ?? {}),
    raw: (message, start = 0, end = message.summary.size) => store.octets(message.summary.id, start, end),
    bodies: (message) => bodiesOf({ store, parser, message }),
    part: async (message, path) => openPart(store, message, path),
    view: (message, options) => viewOf({ store, parser, message }, options),
    cursor,
    cursorAt,
    tags: () => store.tags(),
    inboxes: () => store.inboxes(),
    each: (narrowing) => each(store, narrowing),
  }
}

async function list(store: Store, request: ListRequest): Promise<ListAnswer> {
  const selection = narrow(request, store)
  if (selection === 'nothing') {
    return {
      messages: [],
      cursor: encodeCursor(store.name, store.newestSeq),
      ...(request.total && { total: 0 }),
    }
  }
  const page = await store.page(pageRequest(selection, request))
  return {
    messages: page.messages,
    cursor: encodeCursor(store.name, page.newestSeq),
    ...(page.next !== undefined && { nextPage: page.next.toString(36) }),
    ...(page.total !== undefined && { total: page.total }),
  }
}

const pageRequest = (selection: Selection, request: ListRequest): PageRequest => {
  const { order, limit, total, page } = request
  if (page === undefined) return { selection, order, limit, total }
  if (!/^[0-9a-z]{1,11}$/.test(page)) {
    throw new MailholdError(
      'badInput',
      `page "${page.slice(0, 40)}" is not from an answer's nextPage; leave it out for the first page`,
      {
        path: 'page',
      },
    )
  }
  return { selection, order, limit, total, beyond: Number.parseInt(page, 36) }
}

async function find(store: Store, id: string, narrowing: Narrowing): Promise<Message | undefined> {
  const wanted = id === 'latest' ? await latest(store, narrowing) : asMessageId(id)
  return wanted && (await store.message(wanted))
}

async function latest(store: Store, narrowing: Narrowing) {
  const selection = narrow(narrowing, store)
  if (selection === 'nothing') return undefined
  const { messages } = await store.page({ selection, order: 'newest', limit: 1, total: false })
  return messages[0]?.id
}

async function* each(store: Store, narrowing: Narrowing): AsyncIterable<Message> {
  const selection = narrow(narrowing, store)
  let beyond: number | undefined
  while (selection !== 'nothing') {
    const request = { selection, order: 'oldest', limit: batch, total: false } as const
    const page = await store.page(beyond === undefined ? request : { ...request, beyond })
    yield* await store.messages(page.messages.map(({ id }) => id))
    if (page.next === undefined) return
    beyond = page.next
  }
}

// The live line: what happens at the server reaches what the page shows, in order, a few times a second at most.

import type { LiveEvent } from '../../src/client/events.js'
import type { Summary } from '../../src/wire/summary.js'
import { api } from './api.js'
import { takeArrivals } from './arrivals.js'
import { setConnection } from './connection.js'
import { cachedLists, withChanged, without } from './list-cache.js'
import { listKey, queryClient } from './queries.js'

/** Milliseconds for which events are gathered before the page is drawn anew. */
const gatherFor = 80
/** Milliseconds between readings of what is only counted. */
const countEvery = 1000
const tryAgainAfter = 1000

/** Follows the server until `signal` says stop. A server that is gone is asked again until it is back. */
export async function followServer(signal: AbortSignal): Promise<void> {
  const gathered = createGathering(signal)
  let isFirst = true
  while (!signal.aborted) {
    try {
      const after = await api.cursor()
      // what came while nobody listened is read anew
      if (!isFirst) void queryClient.invalidateQueries()
      isFirst = false
      for await (const event of api.events({ after, signal })) gathered.add(event)
    } catch {
      if (signal.aborted) return
      setConnection('lost')
      await pause(tryAgainAfter, signal)
    }
  }
}

function createGathering(signal: AbortSignal) {
  let events: LiveEvent[] = []
  const apply = (): void => {
    const now = events
    events = []
    if (!signal.aborted) applyEvents(now)
  }
  return {
    add(event: LiveEvent): void {
      events.push(event)
      if (events.length === 1) setTimeout(apply, gatherFor)
    },
  }
}

function applyEvents(events: readonly LiveEvent[]): void {
  if (events.some(({ type }) => type === 'resync')) {
    void queryClient.invalidateQueries()
    return
  }
  const kept: Summary[] = []
  const changed = new Map<string, Summary>()
  const gone = new Set<string>()
  for (const { type, data } of events) {
    if (type === 'kept' && data.message) kept.unshift(data.message)
    if (type === 'changed' && data.message) changed.set(data.id, data.message)
    if (type === 'deleted') gone.add(data.id)
    if (type === 'status') queryClient.setQueryData(['status'], data)
  }
  applyToLists(changed, gone)
  takeArrivals(kept.filter(({ id }) => !gone.has(id)).map((message) => changed.get(message.id) ?? message))
  for (const id of changed.keys()) void queryClient.invalidateQueries({ queryKey: ['message', id] })
  if (events.some(({ type }) => type !== 'status')) countAgain()
}

function applyToLists(changed: ReadonlyMap<string, Summary>, gone: ReadonlySet<string>): void {
  if (changed.size === 0 && gone.size === 0) return
  for (const { view, pages } of cachedLists()) {
    queryClient.setQueryData(listKey(view), without(withChanged(pages, changed), gone))
  }
}

let isCounting = false

/** Inboxes, tags and totals are read at most once in a while, however much comes. */
function countAgain(): void {
  if (isCounting) return
  isCounting = true
  setTimeout(() => {
    isCounting = false
    for (const key of ['inboxes', 'tags', 'status']) void queryClient.invalidateQueries({ queryKey: [key] })
  }, countEvery)
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, milliseconds)
    signal.addEventListener('abort', finish)
  })

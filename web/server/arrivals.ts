// Mail that came while a list was on screen. A list takes it in when its reader is ready, so that nothing jumps.

import { useSyncExternalStore } from 'react'
import type { Summary } from '../../src/wire/summary.js'
import { api } from './api.js'
import { cachedLists, type Pages, withArrived } from './list-cache.js'
import { listKey, narrowing, queryClient, type View } from './queries.js'

const none: readonly Summary[] = []
const waiting = new Map<string, readonly Summary[]>()
const listeners = new Set<() => void>()
const keyOf = (view: View): string => JSON.stringify([view.inbox, view.q])

/** @param arrived newest first */
export function takeArrivals(arrived: readonly Summary[]): void {
  if (arrived.length === 0) return
  for (const { view, pages } of cachedLists()) {
    if (view.q !== '') void askForNewer(view, pages)
    else
      hold(
        view,
        arrived.filter((message) => isIn(view, message)),
      )
  }
  // a list that is being read right now may miss what came meanwhile
  void queryClient.invalidateQueries({
    queryKey: ['list'],
    predicate: ({ state }) => state.fetchStatus === 'fetching' && state.data === undefined,
  })
  tell()
}

const isIn = ({ inbox }: View, { inboxes }: Summary): boolean => inbox === '' || inboxes.includes(inbox)

/** Only the server can tell whether a search finds a message. */
async function askForNewer(view: View, pages: Pages): Promise<void> {
  const after = waiting.get(keyOf(view))?.[0]?.cursor ?? pages.pages[0]?.cursor
  if (after === undefined) return
  const { messages } = await api
    .list({ ...narrowing(view), after, limit: 500 })
    .catch(() => ({ messages: none }))
  hold(view, messages)
  tell()
}

function hold(view: View, arrived: readonly Summary[]): void {
  const already = waiting.get(keyOf(view)) ?? none
  const known = new Set(already.map(({ id }) => id))
  const fresh = arrived.filter(({ id }) => !known.has(id))
  if (fresh.length > 0) waiting.set(keyOf(view), [...fresh, ...already])
}

/** Puts what waits into the list. */
export function takeIn(view: View): void {
  const arrived = waiting.get(keyOf(view))
  if (!arrived) return
  waiting.delete(keyOf(view))
  queryClient.setQueryData<Pages>(listKey(view), (pages) => pages && withArrived(pages, arrived))
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Newest first. */
export const useArrivals = (view: View): readonly Summary[] =>
  useSyncExternalStore(watch, () => waiting.get(keyOf(view)) ?? none)

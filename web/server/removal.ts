// Deleting with a way back: messages go from sight at once, and the server is asked only when the time to undo is over.

import { useSyncExternalStore } from 'react'
import { api, apiAddress } from './api.js'
import { narrowing, type View } from './queries.js'

/** Milliseconds. */
export const timeToUndo = 5000
/** The server takes so many ids in one request. */
const idsAtOnce = 500

/** What is to go: some messages, or everything that a list shows up to its newest message. */
export type Removal =
  | { readonly kind: 'messages'; readonly ids: readonly string[] }
  | {
      readonly kind: 'view'
      readonly view: View
      readonly newest: { readonly id: string; readonly cursor: string }
    }

interface Pending {
  readonly removal: Removal
  readonly timer: ReturnType<typeof setTimeout>
}

const pending = new Set<Pending>()
const listeners = new Set<() => void>()
let hidden: ReadonlySet<string> = new Set()
let hiddenViews: ReadonlySet<string> = new Set()

const keyOf = ({ inbox, q }: View): string => JSON.stringify([inbox, q])

/** Hides it now and removes it later; returns what brings it back while there is time. @param onFailed told when the server did not do it */
export function removeSoon(removal: Removal, onFailed: (error: unknown) => void): () => void {
  const one: Pending = {
    removal,
    timer: setTimeout(() => {
      carryOut(removal)
        .catch(onFailed)
        .finally(() => drop(one))
    }, timeToUndo),
  }
  pending.add(one)
  recount()
  return () => {
    clearTimeout(one.timer)
    drop(one)
  }
}

function drop(one: Pending): void {
  pending.delete(one)
  recount()
}

function recount(): void {
  const removals = [...pending].map(({ removal }) => removal)
  hidden = new Set(removals.flatMap((removal) => (removal.kind === 'messages' ? removal.ids : [])))
  hiddenViews = new Set(removals.flatMap((removal) => (removal.kind === 'view' ? [keyOf(removal.view)] : [])))
  for (const tell of listeners) tell()
}

async function carryOut(removal: Removal): Promise<void> {
  for (const query of requestsOf(removal)) await api.remove(query)
}

function requestsOf(removal: Removal) {
  if (removal.kind === 'messages') {
    const { ids } = removal
    return Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, at) => ({
      ids: ids.slice(at * idsAtOnce, (at + 1) * idsAtOnce),
    }))
  }
  const { view, newest } = removal
  const { q } = view
  const older = `before:${newest.cursor}`
  return [{ ids: [newest.id] }, { ...narrowing(view), q: q === '' ? older : `(${q}) ${older}` }]
}

/** Whoever leaves the page meant what they deleted. */
addEventListener('pagehide', () => {
  for (const { removal, timer } of pending) {
    clearTimeout(timer)
    for (const { ids, ...rest } of requestsOf(removal).map((query) => ({ ids: undefined, ...query }))) {
      const query = new URLSearchParams({ ...rest, ...(ids && { ids: ids.join(',') }) })
      void fetch(apiAddress(`/v1/messages?${query}`), { method: 'DELETE', keepalive: true })
    }
  }
})

const watch = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Ids that are out of sight. */
export const useHidden = (): ReadonlySet<string> => useSyncExternalStore(watch, () => hidden)

export const useIsHiddenView = (view: View): boolean =>
  useSyncExternalStore(watch, () => hiddenViews.has(keyOf(view)))

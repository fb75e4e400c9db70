// Whether the server answers, as the live line sees it.

import { useSyncExternalStore } from 'react'

export type Connection = 'connecting' | 'live' | 'lost'

let current: Connection = 'connecting'
const listeners = new Set<() => void>()

export function setConnection(next: Connection): void {
  if (next === current) return
  current = next
  for (const tell of listeners) tell()
}

const watch = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const useConnection = (): Connection => useSyncExternalStore(watch, () => current)

// What a person likes, kept in this browser. Everything else that matters stands in the URL.

import { useSyncExternalStore } from 'react'

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'comfortable' | 'compact'
  /** pixels */
  readonly sidebarWidth: number
  /** pixels */
  readonly listWidth: number
}

const standard: Preferences = { theme: 'system', density: 'comfortable', sidebarWidth: 232, listWidth: 400 }

const key = 'mailhold.preferences'
const listeners = new Set<() => void>()
let current: Preferences = read()

export const preferences = (): Preferences => current

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  write(current)
  for (const tell of listeners) tell()
}

export function watchPreferences(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const usePreferences = (): Preferences => useSyncExternalStore(watchPreferences, preferences)

/** What was kept may be of another version, or nonsense: only members of the right kind count. */
function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    const given = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
    const known = given.filter(
      ([name, value]) => typeof value === typeof new Map(Object.entries(standard)).get(name),
    )
    return { ...standard, ...Object.fromEntries(known) }
  } catch {
    return standard
  }
}

/** A browser that keeps nothing is no reason to stop. */
function write(value: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // private windows may refuse
  }
}

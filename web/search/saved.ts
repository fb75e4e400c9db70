// Searches that a person wants to come back to, kept in this browser.

import { useSyncExternalStore } from 'react'

export interface SavedSearch {
  readonly name: string
  readonly q: string
  /** `''` for all mail */
  readonly inbox: string
}

const key = 'mailhold.searches'
const most = 50
const listeners = new Set<() => void>()
let searches: readonly SavedSearch[] = read()

const watch = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const useSavedSearches = (): readonly SavedSearch[] => useSyncExternalStore(watch, () => searches)

export const saveSearch = (q: string, inbox: string): void =>
  change([...searches.filter((one) => one.q !== q || one.inbox !== inbox), { name: q, q, inbox }])

export const renameSearch = (search: SavedSearch, name: string): void =>
  change(searches.map((one) => (one === search ? { ...one, name: name.trim() || one.q } : one)))

export const forgetSearch = (search: SavedSearch): void => change(searches.filter((one) => one !== search))

function change(next: readonly SavedSearch[]): void {
  searches = next.slice(-most)
  try {
    localStorage.setItem(key, JSON.stringify(searches))
  } catch {
    // a browser that keeps nothing has them until it is closed
  }
  for (const tell of listeners) tell()
}

function read(): readonly SavedSearch[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isSavedSearch).slice(-most) : []
  } catch {
    return []
  }
}

function isSavedSearch(value: unknown): value is SavedSearch {
  if (typeof value !== 'object' || value === null) return false
  return ['name', 'q', 'inbox'].every((name) => typeof Reflect.get(value, name) === 'string')
}

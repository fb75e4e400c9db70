// Changes to lists that are in the cache: what came, changed, or went. Applying a change twice does no harm.

import type { InfiniteData } from '@tanstack/react-query'
import type { List } from '../../src/wire/list.js'
import type { Summary } from '../../src/wire/summary.js'
import { queryClient, type View } from './queries.js'

export type Pages = InfiniteData<List, string>

/** Every list in the cache, with what it shows. */
export function cachedLists(): readonly { readonly view: View; readonly pages: Pages }[] {
  return queryClient
    .getQueriesData<Pages>({ queryKey: ['list'] })
    .flatMap(([key, pages]) => (pages && isView(key[1]) ? [{ view: key[1], pages }] : []))
}

/** What a list knows of a message. */
export function cachedSummary(id: string): Summary | undefined {
  for (const { pages } of cachedLists()) {
    for (const { messages } of pages.pages) {
      const found = messages.find((message) => message.id === id)
      if (found) return found
    }
  }
  return undefined
}

const isView = (value: unknown): value is View =>
  typeof value === 'object' && value !== null && 'inbox' in value && 'q' in value

const everyPage = (pages: Pages, change: (list: List) => List): Pages => ({
  ...pages,
  pages: pages.pages.map(change),
})

/** @param arrived newest first */
export function withArrived(pages: Pages, arrived: readonly Summary[]): Pages {
  const known = new Set(pages.pages.flatMap(({ messages }) => messages.map(({ id }) => id)))
  const fresh = arrived.filter(({ id }) => !known.has(id))
  const [first, ...rest] = pages.pages
  if (fresh.length === 0 || !first) return pages
  const total = first.total === undefined ? {} : { total: first.total + fresh.length }
  return { ...pages, pages: [{ ...first, ...total, messages: [...fresh, ...first.messages] }, ...rest] }
}

export function withChanged(pages: Pages, changed: ReadonlyMap<string, Summary>): Pages {
  return everyPage(pages, (list) =>
    list.messages.some(({ id }) => changed.has(id))
      ? { ...list, messages: list.messages.map((message) => changed.get(message.id) ?? message) }
      : list,
  )
}

export function without(pages: Pages, gone: ReadonlySet<string>): Pages {
  const before = countIn(pages)
  const kept = everyPage(pages, (list) =>
    list.messages.some(({ id }) => gone.has(id))
      ? { ...list, messages: list.messages.filter(({ id }) => !gone.has(id)) }
      : list,
  )
  const went = before - countIn(kept)
  const [first, ...rest] = kept.pages
  if (went === 0 || first?.total === undefined) return kept
  return { ...kept, pages: [{ ...first, total: Math.max(0, first.total - went) }, ...rest] }
}

const countIn = ({ pages }: Pages): number => pages.reduce((sum, { messages }) => sum + messages.length, 0)

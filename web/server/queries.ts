// What the page reads from the server, each with its key in the cache.

import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query'
import type { List } from '../../src/wire/list.js'
import { api, apiAddress } from './api.js'
import { beginningOf, rawRange } from './octets.js'

/** Which messages a list shows. */
export interface View {
  readonly inbox: string
  readonly q: string
}

export const pageSize = 100

export const queryClient = new QueryClient({
  defaultOptions: {
    // the live line says when something changed; reading again on every glance would only cost
    queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: 1 },
  },
})

export const listKey = (view: View) => ['list', view] as const

export const narrowing = ({ inbox, q }: View) => ({ ...(inbox && { inbox }), ...(q && { q }) })

export const listQuery = (view: View) =>
  infiniteQueryOptions({
    queryKey: listKey(view),
    queryFn: ({ pageParam }): Promise<List> =>
      api.list({
        ...narrowing(view),
        limit: pageSize,
        ...(pageParam === '' ? { total: true } : { page: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextPage,
    retry: false,
  })

/** Everything about a message but its bodies, which may be huge. */
export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['message', id],
    queryFn: () => api.get(id, { bodies: false }),
    retry: false,
  })

/** Octets of a text that are read for show. */
export const shownOctets = 1_000_000

/** The beginning of the text. */
export const textQuery = (id: string) => beginningQuery(`/v1/messages/${id}/text`)

/** The beginning of anything that is text. */
export const beginningQuery = (path: string) =>
  queryOptions({
    queryKey: ['beginning', path],
    queryFn: ({ signal }) => beginningOf(path, shownOctets, signal),
    gcTime: 30_000,
    retry: false,
  })

/** The header as it was sent. */
export const rawHeaderQuery = (id: string, size: number) =>
  queryOptions({
    queryKey: ['raw-header', id],
    queryFn: async ({ signal }) => {
      if (size === 0) return ''
      const octets = await rawRange(id, 0, Math.min(size, 262_144), signal)
      return new TextDecoder().decode(octets).split(/\r?\n\r?\n/, 1)[0] ?? ''
    },
    gcTime: 30_000,
    retry: false,
  })

export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['session', id], queryFn: () => api.session(id), retry: false, staleTime: 2000 })

/** How many remote images a view keeps out. */
export const blockedQuery = (id: string) =>
  queryOptions({
    queryKey: ['blocked', id],
    queryFn: async () => {
      const answer = await fetch(apiAddress(`/v1/messages/${id}/view`), { method: 'HEAD' })
      return Number(answer.headers.get('x-mailhold-remote-blocked') ?? 0)
    },
    retry: false,
  })

export const inboxesQuery = queryOptions({
  queryKey: ['inboxes'],
  queryFn: async () => (await api.inboxes()).inboxes,
})

export const tagsQuery = queryOptions({ queryKey: ['tags'], queryFn: async () => (await api.tags()).tags })

export const statusQuery = queryOptions({ queryKey: ['status'], queryFn: () => api.status() })

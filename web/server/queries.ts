// What the page reads from the server, each with its key in the cache.

import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query'
import type { List } from '../../src/wire/list.js'
import { api } from './api.js'

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

export const textQuery = (id: string) =>
  queryOptions({ queryKey: ['text', id], queryFn: () => api.text(id), gcTime: 60_000 })

export const inboxesQuery = queryOptions({
  queryKey: ['inboxes'],
  queryFn: async () => (await api.inboxes()).inboxes,
})

export const tagsQuery = queryOptions({ queryKey: ['tags'], queryFn: async () => (await api.tags()).tags })

export const statusQuery = queryOptions({ queryKey: ['status'], queryFn: () => api.status() })

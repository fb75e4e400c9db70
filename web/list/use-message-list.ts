// A list of messages as the pane needs it: what is loaded, what is on its way, what came meanwhile.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ServerProblem } from '../../src/client/client.js'
import type { Summary } from '../../src/wire/summary.js'
import { takeIn, useArrivals } from '../server/arrivals.js'
import { listQuery, type View } from '../server/queries.js'

export interface LoadedList {
  readonly messages: readonly Summary[]
  /** how many there are in all; `undefined` until it is known */
  readonly total: number | undefined
  readonly state: 'loading' | 'ready' | 'failed'
  /** the server's sentence about a search that it cannot read; `''` for none */
  readonly searchError: string
  readonly hasMore: boolean
  readonly loadMore: () => void
  readonly tryAgain: () => void
  /** mail that came and is not in the list yet, newest first */
  readonly arrived: readonly Summary[]
  readonly takeIn: () => void
}

export function useMessageList(view: View): LoadedList {
  const query = useInfiniteQuery(listQuery(view))
  const arrived = useArrivals(view)
  const messages = useMemo(() => query.data?.pages.flatMap((page) => page.messages) ?? [], [query.data])
  const isBadSearch = query.error instanceof ServerProblem && query.error.status === 400
  return {
    messages,
    total: query.data?.pages[0]?.total,
    state: query.isPending ? 'loading' : query.isError ? 'failed' : 'ready',
    searchError: isBadSearch ? (query.error?.message ?? '') : '',
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    tryAgain: () => void query.refetch(),
    arrived,
    takeIn: () => takeIn(view),
  }
}

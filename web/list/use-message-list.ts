// A list of messages as the pane needs it: what is loaded, what is on its way, what came meanwhile.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { ServerProblem } from '../../src/client/client.js'
import type { Summary } from '../../src/wire/summary.js'
import type { SearchMistake } from '../search/search-error.js'
import { takeIn, useArrivals } from '../server/arrivals.js'
import { listQuery, type View } from '../server/queries.js'
import { useHidden, useIsHiddenView } from '../server/removal.js'

export interface LoadedList {
  readonly messages: readonly Summary[]
  /** how many there are in all; `undefined` until it is known */
  readonly total: number | undefined
  readonly state: 'loading' | 'ready' | 'failed'
  /** what the server says of a search that it cannot read */
  readonly searchError: SearchMistake | undefined
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
  const hidden = useHidden()
  const isHidden = useIsHiddenView(view)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const loaded = useMemo(() => data?.pages.flatMap((page) => page.messages) ?? none, [data])
  const messages = useMemo(
    () => (isHidden ? none : hidden.size === 0 ? loaded : loaded.filter(({ id }) => !hidden.has(id))),
    [loaded, hidden, isHidden],
  )
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const total = data?.pages[0]?.total
  return {
    messages,
    total: total === undefined ? undefined : isHidden ? 0 : total - (loaded.length - messages.length),
    state: query.isPending ? 'loading' : query.isError && !data ? 'failed' : 'ready',
    searchError: mistakeOf(query.error),
    hasMore: hasNextPage && !isHidden,
    loadMore,
    tryAgain: () => void query.refetch(),
    arrived,
    takeIn: useCallback(() => takeIn(view), [view]),
  }
}

const none: readonly Summary[] = []

function mistakeOf(error: unknown): SearchMistake | undefined {
  if (!(error instanceof ServerProblem) || error.status !== 400) return undefined
  // the place is shown in the text itself
  const sentence = error.message.replace(/ \(at character \d+ of q\)$/, '')
  return { sentence, position: error.problem.position }
}

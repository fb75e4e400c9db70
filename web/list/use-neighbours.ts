// Whoever reads one mail is likely to go on to the next: what stands beside the open one is fetched meanwhile.

import { useEffect } from 'react'
import type { Summary } from '../../src/wire/summary.js'
import { messageQuery, queryClient } from '../server/queries.js'

/** Milliseconds after which the open mail has what it needs. */
const calm = 250

export function useNeighbours(messages: readonly Summary[], openId: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: mail that arrives is not what is read next
  useEffect(() => {
    if (openId === '') return
    const timer = setTimeout(() => {
      const at = messages.findIndex(({ id }) => id === openId)
      const beside = at < 0 ? [] : [messages[at + 1], messages[at - 1]]
      for (const message of beside) if (message) void queryClient.prefetchQuery(messageQuery(message.id))
    }, calm)
    return () => clearTimeout(timer)
  }, [openId])
}

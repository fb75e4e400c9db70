// The time of day for "5 min ago", moving on now and then.

import { useSyncExternalStore } from 'react'

const every = 20_000
let now = Date.now()

const watch = (tell: () => void): (() => void) => {
  const timer = setInterval(() => {
    now = Date.now()
    tell()
  }, every)
  return () => clearInterval(timer)
}

/** Milliseconds since 1970, never older than what came in since. */
export const useNow = (): number => useSyncExternalStore(watch, () => now)

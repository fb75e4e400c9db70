// The place in the address bar, and how to go elsewhere.

import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { addressOf, type Place, readPlace } from './place.js'

export interface Going {
  readonly place: Place
  /** Goes to a place, given as what differs from the present one. A step in the browser's history unless `replace`. */
  readonly go: (change: Partial<Place>, how?: { readonly replace?: boolean }) => void
  /** the address to put into a link */
  readonly href: (change: Partial<Place>) => string
}

export function usePlace(): Going {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const place = useMemo(() => readPlace(path, search), [path, search])
  const href = useCallback((change: Partial<Place>) => addressOf({ ...place, ...change }), [place])
  const go = useCallback<Going['go']>((change, how) => navigate(href(change), how), [href, navigate])
  return { place, go, href }
}

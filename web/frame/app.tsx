// The page: what everything in it stands on, and the frame.

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Router } from 'wouter'
import { basePath } from '../server/base.js'
import { followServer } from '../server/live.js'
import { queryClient } from '../server/queries.js'
import { Tips } from '../ui/tips.js'
import { Toasts } from '../ui/toast.js'
import { Frame } from './frame.js'

export function App(): ReactNode {
  useEffect(() => {
    const leaving = new AbortController()
    void followServer(leaving.signal)
    return () => leaving.abort()
  }, [])
  return (
    <QueryClientProvider client={queryClient}>
      <Router base={basePath}>
        <Toasts>
          <Frame />
        </Toasts>
        <Tips />
      </Router>
    </QueryClientProvider>
  )
}

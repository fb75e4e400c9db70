// The setup guide, loaded where there is no mail.

import { lazy, type ReactNode, Suspense } from 'react'

const SetupGuide = lazy(async () => ({ default: (await import('./setup-guide.js')).SetupGuide }))

export const Setup = (): ReactNode => (
  <Suspense>
    <SetupGuide />
  </Suspense>
)

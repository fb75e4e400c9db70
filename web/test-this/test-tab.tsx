// The tab with the ready assertion, loaded when it is looked at.

import { lazy, type ReactNode, Suspense } from 'react'
import type { PanelProps } from '../message/panel.js'

const TestPanel = lazy(async () => ({ default: (await import('./test-panel.js')).TestPanel }))

export const TestTab = (props: PanelProps): ReactNode => (
  <Suspense>
    <TestPanel {...props} />
  </Suspense>
)

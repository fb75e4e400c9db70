// A tab whose code is loaded when it is looked at for the first time.

import { type FC, lazy, type ReactNode, Suspense } from 'react'
import { commonText } from '../text/common.js'
import type { PanelProps } from './panel.js'

export function lazyPanel(load: () => Promise<FC<PanelProps>>): FC<PanelProps> {
  const Panel = lazy(async () => ({ default: await load() }))
  return (props: PanelProps): ReactNode => (
    <Suspense
      fallback={
        <p role="status" className="unseen">
          {commonText.loading}
        </p>
      }
    >
      <Panel {...props} />
    </Suspense>
  )
}

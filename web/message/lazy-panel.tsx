// A tab whose code is loaded when it is looked at for the first time, or a little before.

import { type FC, lazy, type ReactNode, Suspense, useState } from 'react'
import { commonText } from '../text/common.js'
import type { MessagePanel, PanelProps } from './panel.js'

export function lazyPanel(
  load: () => Promise<FC<PanelProps>>,
): Required<Pick<MessagePanel, 'Panel' | 'preload'>> {
  let loaded: FC<PanelProps> | undefined
  const preload = async (): Promise<FC<PanelProps>> => {
    loaded = await load()
    return loaded
  }
  const Later = lazy(async () => ({ default: await preload() }))
  // biome-ignore lint/correctness/noComponentHookFactories: each is made once, where the tabs are listed
  function Panel(props: PanelProps): ReactNode {
    // what is here already is drawn at once: React holds a fallback for a moment even when there is nothing to wait for
    const [Ready] = useState(() => loaded)
    if (Ready) return <Ready {...props} />
    return (
      <Suspense
        fallback={
          <p role="status" className="unseen">
            {commonText.loading}
          </p>
        }
      >
        <Later {...props} />
      </Suspense>
    )
  }
  return { Panel, preload }
}

// A button whose popup is loaded when it is first wanted, so that the page starts small.

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from 'react'

interface PopupProps {
  readonly button: ReactElement<object>
  readonly kind: 'menu' | 'dialog'
  /** the same button with its popup open */
  readonly children: ReactNode
}

export function Popup({ button, kind, children }: PopupProps): ReactNode {
  const [isWanted, setWanted] = useState(false)
  const closed = cloneElement<ComponentProps<'button'>>(button, {
    onClick: () => setWanted(true),
    'aria-haspopup': kind,
  })
  return isWanted ? <Suspense fallback={button}>{children}</Suspense> : closed
}

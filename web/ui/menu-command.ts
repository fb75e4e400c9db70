// What a menu holds.

import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'

export interface MenuCommand {
  readonly name: string
  readonly icon?: LucideIcon
  readonly keys?: string
  readonly isDanger?: boolean
  readonly run: () => void
  /** the focus goes elsewhere with it, not back to the button */
  readonly movesFocus?: boolean
}

export interface MenuProps {
  /** the button that opens it; it needs a name of its own */
  readonly button: ReactElement<object>
  readonly commands: readonly MenuCommand[]
}

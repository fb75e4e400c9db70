// A menu of commands behind a button.

import './menu.css'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'

export interface MenuCommand {
  readonly name: string
  readonly icon?: LucideIcon
  readonly keys?: string
  readonly isDanger?: boolean
  readonly run: () => void
}

interface MenuProps {
  /** the button that opens it; it needs a name of its own */
  readonly button: ReactElement
  readonly commands: readonly MenuCommand[]
}

export const Menu = ({ button, commands }: MenuProps): ReactNode => (
  <BaseMenu.Root>
    <BaseMenu.Trigger render={button} />
    <BaseMenu.Portal>
      <BaseMenu.Positioner sideOffset={4} align="end">
        <BaseMenu.Popup className="menu">
          {commands.map(({ name, icon: Icon, keys, isDanger, run }) => (
            <BaseMenu.Item key={name} className="menu-item" data-danger={isDanger || undefined} onClick={run}>
              {Icon && <Icon aria-hidden size={15} strokeWidth={1.75} />}
              <span>{name}</span>
              {keys && <kbd>{keys}</kbd>}
            </BaseMenu.Item>
          ))}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.Root>
)

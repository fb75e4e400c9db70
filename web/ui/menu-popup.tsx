// The menu of a button, open from the start.

import './menu.css'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { type ReactNode, useRef } from 'react'
import type { MenuProps } from './menu-command.js'

export const MenuPopup = ({ button, commands }: MenuProps): ReactNode => {
  const movesFocus = useRef(false)
  return (
    <BaseMenu.Root defaultOpen>
      <BaseMenu.Trigger render={button} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align="end">
          <BaseMenu.Popup className="menu" finalFocus={() => !movesFocus.current}>
            {commands.map(({ name, icon: Icon, keys, isDanger, run, movesFocus: moves = false }) => (
              <BaseMenu.Item
                key={name}
                className="menu-item"
                data-danger={isDanger || undefined}
                onClick={() => {
                  movesFocus.current = moves
                  run()
                }}
              >
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
}

// A menu of commands behind a button.

import { lazy, type ReactNode } from 'react'
import type { MenuProps } from './menu-command.js'
import { Popup } from './popup.js'

const MenuPopup = lazy(async () => ({ default: (await import('./menu-popup.js')).MenuPopup }))

export const Menu = (props: MenuProps): ReactNode => (
  <Popup button={props.button} kind="menu">
    <MenuPopup {...props} />
  </Popup>
)

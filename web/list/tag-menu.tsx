// Adds tags to messages, or takes them off.

import { lazy, type ReactNode } from 'react'
import { Popup } from '../ui/popup.js'
import type { TagMenuProps } from './tag-change.js'

const TagPopup = lazy(async () => ({ default: (await import('./tag-popup.js')).TagPopup }))

export const TagMenu = (props: TagMenuProps): ReactNode => (
  <Popup button={props.button} kind="dialog">
    <TagPopup {...props} />
  </Popup>
)

// Adds tags to messages, or takes them off.

import { lazy, type ReactElement, type ReactNode } from 'react'
import { Popup } from '../ui/popup.js'

export interface TagMenuProps {
  /** the button that opens it; it needs a name of its own */
  readonly button: ReactElement<object>
  readonly tags: readonly string[]
  readonly onChange: (change: { readonly addTags?: string[]; readonly removeTags?: string[] }) => void
}

const TagPopup = lazy(async () => ({ default: (await import('./tag-popup.js')).TagPopup }))

export const TagMenu = (props: TagMenuProps): ReactNode => (
  <Popup button={props.button} kind="dialog">
    <TagPopup {...props} />
  </Popup>
)

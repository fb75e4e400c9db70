// What the tag menu is given, and what it asks for.

import type { ReactElement } from 'react'

export interface TagMenuProps {
  /** the button that opens it; it needs a name of its own */
  readonly button: ReactElement<object>
  readonly tags: readonly string[]
  readonly onChange: (change: { readonly addTags?: string[]; readonly removeTags?: string[] }) => void
}

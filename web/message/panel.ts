// What a tab of a mail is.

import type { FC } from 'react'
import type { Tab } from '../place/place.js'
import type { Message } from '../server/api.js'

export interface PanelProps {
  readonly message: Message
}

export interface MessagePanel {
  readonly name: Tab
  readonly Panel: FC<PanelProps>
  /** gets its code before it is looked at */
  readonly preload?: () => Promise<unknown>
  /** how many things it holds, shown beside its name */
  readonly count?: (message: Message) => number
  /** without things it has nothing to show, and stands back */
  readonly mayBeBare?: boolean
}

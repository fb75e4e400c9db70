// What can be done to the mail that is open.

import {
  ChevronDown,
  ChevronUp,
  Download,
  Ellipsis,
  Link,
  MailOpen,
  Mail as MailUnread,
  Tag,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Summary } from '../../src/wire/summary.js'
import type { TagMenuProps } from '../list/tag-change.js'
import { TagMenu } from '../list/tag-menu.js'
import { messageText } from '../text/message.js'
import { IconButton } from '../ui/button.js'
import { Menu } from '../ui/menu.js'

export interface MessageActing {
  /** every tag that is in use */
  readonly tags: readonly string[]
  readonly changeTags: TagMenuProps['onChange']
  readonly setRead: (read: boolean) => void
  readonly previous: () => void
  readonly next: () => void
  readonly download: () => void
  readonly copyLink: () => void
  readonly remove: () => void
}

interface MessageActionsProps {
  readonly summary: Summary
  readonly act: MessageActing
}

export const MessageActions = ({ summary, act }: MessageActionsProps): ReactNode => (
  <div className="message-actions" role="toolbar" aria-label={messageText.actions}>
    <IconButton
      className="message-step"
      label={messageText.previous}
      keys="k"
      icon={ChevronUp}
      onClick={act.previous}
    />
    <IconButton
      className="message-step"
      label={messageText.next}
      keys="j"
      icon={ChevronDown}
      onClick={act.next}
    />
    <TagMenu
      button={<IconButton label={messageText.tags} icon={Tag} />}
      tags={act.tags}
      onChange={act.changeTags}
    />
    <IconButton label={messageText.delete} keys="#" icon={Trash2} onClick={act.remove} />
    <Menu
      button={<IconButton label={messageText.actions} icon={Ellipsis} />}
      commands={[
        summary.read
          ? { name: messageText.markUnread, icon: MailUnread, keys: 'u', run: () => act.setRead(false) }
          : { name: messageText.markRead, icon: MailOpen, run: () => act.setRead(true) },
        { name: messageText.downloadEml, icon: Download, run: act.download },
        { name: messageText.copyLink, icon: Link, run: act.copyLink },
        { name: messageText.previous, icon: ChevronUp, keys: 'k', run: act.previous },
        { name: messageText.next, icon: ChevronDown, keys: 'j', run: act.next },
      ]}
    />
  </div>
)

// A way to a list, with what is in it.

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { countText } from '../format/size.js'
import { sidebarText } from '../text/sidebar.js'

interface SidebarLinkProps {
  readonly href: string
  readonly icon: LucideIcon
  readonly name: string
  readonly isHere: boolean
  readonly count?: string
  readonly unread?: number
  readonly onChosen: () => void
  /** what can be done to it, shown when it is pointed at */
  readonly children?: ReactNode
}

export const SidebarLink = (props: SidebarLinkProps): ReactNode => {
  const { href, icon: Icon, name, isHere, count, unread = 0, onChosen, children } = props
  return (
    <li className="sidebar-item">
      <Link
        href={href}
        className="sidebar-link"
        aria-current={isHere ? 'page' : undefined}
        onClick={onChosen}
      >
        <Icon aria-hidden size={16} strokeWidth={1.75} />
        <bdi className="sidebar-link-name">{name}</bdi>
        {unread > 0 && (
          <span className="sidebar-unread">
            <span aria-hidden>{countText(unread)}</span>
            <span className="unseen">{sidebarText.unreadCount(countText(unread))}</span>
          </span>
        )}
        {unread === 0 && count && <span className="sidebar-count">{count}</span>}
      </Link>
      {children}
    </li>
  )
}

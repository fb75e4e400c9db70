// The sidebar: whose mail, which searches, which tags.

import './sidebar.css'
import { useQuery } from '@tanstack/react-query'
import { Inbox, Mail, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import { countText } from '../format/size.js'
import icon from '../icons/favicon.svg'
import { home } from '../place/place.js'
import { usePlace } from '../place/use-place.js'
import { inboxesQuery, statusQuery, tagsQuery } from '../server/queries.js'
import { sidebarText } from '../text/sidebar.js'
import { SidebarGroup } from './sidebar-group.js'
import { SidebarLink } from './sidebar-link.js'

interface SidebarProps {
  readonly onChosen: () => void
}

export function Sidebar({ onChosen }: SidebarProps): ReactNode {
  const { place, href } = usePlace()
  const { data: status } = useQuery(statusQuery)
  const { data: inboxes = [] } = useQuery(inboxesQuery)
  const { data: tags = [] } = useQuery(tagsQuery)
  const link = (change: Partial<typeof home>) => href({ ...home, ...change })
  return (
    <div className="sidebar">
      <header className="sidebar-head">
        <img src={icon} alt="" width="22" height="22" />
        <span className="sidebar-name">{status?.label || 'Mailhold'}</span>
      </header>
      <div className="sidebar-groups">
        <SidebarGroup>
          <SidebarLink
            href={link({})}
            icon={Mail}
            name={sidebarText.all}
            isHere={place.inbox === '' && place.q === ''}
            count={status ? countText(status.counts.messages) : ''}
            unread={status?.counts.unread ?? 0}
            onChosen={onChosen}
          />
          <SidebarLink
            href={link({ q: 'is:unread' })}
            icon={Mail}
            name={sidebarText.unread}
            isHere={place.inbox === '' && place.q === 'is:unread'}
            onChosen={onChosen}
          />
        </SidebarGroup>
        {inboxes.length > 0 && (
          <SidebarGroup name={sidebarText.inboxes}>
            {inboxes.map(({ name, messages, unread }) => (
              <SidebarLink
                key={name}
                href={link({ inbox: name })}
                icon={Inbox}
                name={name}
                isHere={place.inbox === name}
                count={countText(messages)}
                unread={unread}
                onChosen={onChosen}
              />
            ))}
          </SidebarGroup>
        )}
        {tags.length > 0 && (
          <SidebarGroup name={sidebarText.tags}>
            {tags.map(({ name, messages }) => (
              <SidebarLink
                key={name}
                href={link({ q: `tag:"${name}"` })}
                icon={Tag}
                name={name}
                isHere={place.q === `tag:"${name}"`}
                count={countText(messages)}
                onChosen={onChosen}
              />
            ))}
          </SidebarGroup>
        )}
      </div>
    </div>
  )
}

// The inboxes, with a filter once there are many, and a way to delete one with its mail.

import { Ellipsis, Inbox as InboxIcon, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Inbox } from '../../src/wire/inbox.js'
import { countText } from '../format/size.js'
import { sidebarText } from '../text/sidebar.js'
import { IconButton } from '../ui/button.js'
import { Menu } from '../ui/menu.js'
import { SidebarGroup } from './sidebar-group.js'
import { SidebarLink } from './sidebar-link.js'

interface InboxLinksProps {
  readonly inboxes: readonly Inbox[]
  /** the name of the one that is shown */
  readonly here: string
  readonly hrefOf: (name: string) => string
  readonly onChosen: () => void
  readonly onDelete: (name: string) => void
}

/** From so many on there is a filter. */
const many = 9
/** More are not shown at once; the filter finds them. */
const most = 200

export function InboxLinks({ inboxes, here, hrefOf, onChosen, onDelete }: InboxLinksProps): ReactNode {
  const [filter, setFilter] = useState('')
  if (inboxes.length === 0) return null
  const wanted = filter.trim().toLowerCase()
  const found = inboxes.filter(({ name }) => name.includes(wanted))
  return (
    <>
      {inboxes.length >= many && (
        <input
          className="field sidebar-filter"
          aria-label={sidebarText.filter}
          placeholder={sidebarText.filter}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
      )}
      <SidebarGroup name={sidebarText.inboxes}>
        {found.slice(0, most).map(({ name, messages, unread }) => (
          <SidebarLink
            key={name}
            href={hrefOf(name)}
            icon={InboxIcon}
            name={name}
            isHere={here === name}
            count={countText(messages)}
            unread={unread}
            onChosen={onChosen}
          >
            <Menu
              button={
                <IconButton className="sidebar-more" label={sidebarText.changeInbox(name)} icon={Ellipsis} />
              }
              commands={[
                {
                  name: sidebarText.deleteInbox(name),
                  icon: Trash2,
                  isDanger: true,
                  movesFocus: true,
                  run: () => onDelete(name),
                },
              ]}
            />
          </SidebarLink>
        ))}
      </SidebarGroup>
      {found.length > most && (
        <p className="sidebar-note">{sidebarText.moreInboxes(countText(found.length - most))}</p>
      )}
    </>
  )
}

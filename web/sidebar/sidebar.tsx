// The sidebar: whose mail, which searches, which tags, and the way to the settings.

import './sidebar.css'
import { useQuery } from '@tanstack/react-query'
import { Keyboard, Mail, MailOpen, Settings, Tag } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { countText } from '../format/size.js'
import icon from '../icons/favicon.svg'
import { home } from '../place/place.js'
import { usePlace } from '../place/use-place.js'
import { quoted } from '../search/completions.js'
import { useSavedSearches } from '../search/saved.js'
import { api } from '../server/api.js'
import { inboxesQuery, statusQuery, tagsQuery } from '../server/queries.js'
import { runShortcut } from '../shortcuts/handlers.js'
import { commonText } from '../text/common.js'
import { frameText } from '../text/frame.js'
import { sidebarText } from '../text/sidebar.js'
import { IconButton } from '../ui/button.js'
import { tell } from '../ui/toast.js'
import { InboxLinks } from './inbox-links.js'
import { SavedLink } from './saved-link.js'
import { SidebarGroup } from './sidebar-group.js'
import { SidebarLink } from './sidebar-link.js'

const Ask = lazy(async () => ({ default: (await import('../ui/ask.js')).Ask }))

interface SidebarProps {
  readonly onChosen: () => void
}

export function Sidebar({ onChosen }: SidebarProps): ReactNode {
  const { place, go, href } = usePlace()
  const { data: status } = useQuery(statusQuery)
  const { data: inboxes = [] } = useQuery(inboxesQuery)
  const { data: tags = [] } = useQuery(tagsQuery)
  const saved = useSavedSearches()
  const [doomed, setDoomed] = useState('')
  const linkTo = (change: Partial<typeof home>) => href({ ...home, ...change })
  const isHere = (inbox: string, q: string) => place.inbox === inbox && place.q === q
  const removeInbox = async (name: string): Promise<void> => {
    setDoomed('')
    await api.removeInbox(name)
    if (place.inbox === name) go(home)
  }
  return (
    <div className="sidebar">
      <header className="sidebar-head">
        <img src={icon} alt="" width="22" height="22" />
        <bdi className="sidebar-name">{status?.label || 'Mailhold'}</bdi>
        <IconButton
          className="sidebar-keys"
          label={frameText.help}
          icon={Keyboard}
          keys="?"
          onClick={() => runShortcut('help')}
        />
        <IconButton label={frameText.settings} icon={Settings} onClick={() => runShortcut('settings')} />
      </header>
      <div className="sidebar-groups">
        <SidebarGroup>
          <SidebarLink
            href={linkTo({})}
            icon={Mail}
            name={sidebarText.all}
            isHere={isHere('', '')}
            count={status?.counts.messages ? countText(status.counts.messages) : ''}
            onChosen={onChosen}
          />
          <SidebarLink
            href={linkTo({ q: 'is:unread' })}
            icon={MailOpen}
            name={sidebarText.unread}
            isHere={isHere('', 'is:unread')}
            unread={status?.counts.unread ?? 0}
            onChosen={onChosen}
          />
        </SidebarGroup>
        {saved.length > 0 && (
          <SidebarGroup name={sidebarText.saved}>
            {saved.map((search) => (
              <SavedLink
                key={`${search.inbox}\n${search.q}\n${search.name}`}
                search={search}
                href={linkTo(search)}
                isHere={isHere(search.inbox, search.q)}
                onChosen={onChosen}
              />
            ))}
          </SidebarGroup>
        )}
        <InboxLinks
          inboxes={inboxes}
          here={place.q === '' ? place.inbox : ''}
          hrefOf={(inbox) => linkTo({ inbox })}
          onChosen={onChosen}
          onDelete={setDoomed}
        />
        {tags.length > 0 && (
          <SidebarGroup name={sidebarText.tags}>
            {tags.map(({ name, messages }) => (
              <SidebarLink
                key={name}
                href={linkTo({ q: `tag:${quoted(name)}` })}
                icon={Tag}
                name={name}
                isHere={isHere('', `tag:${quoted(name)}`)}
                count={countText(messages)}
                onChosen={onChosen}
              />
            ))}
          </SidebarGroup>
        )}
      </div>
      {doomed !== '' && (
        <Suspense>
          <Ask
            question={sidebarText.deleteInboxQuestion(doomed)}
            yes={sidebarText.deleteInbox(doomed)}
            onYes={() => removeInbox(doomed).catch(() => tell(commonText.failed, { kind: 'error' }))}
            onNo={() => setDoomed('')}
          />
        </Suspense>
      )}
    </div>
  )
}

// The middle pane: search, how many there are, and the list.

import './list-pane.css'
import { Menu as MenuIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePlace } from '../place/use-place.js'
import { useFrameShortcuts } from '../shortcuts/use-frame-shortcuts.js'
import { frameText } from '../text/frame.js'
import { IconButton } from '../ui/button.js'
import { MessageList } from './message-list.js'
import { SearchBox } from './search-box.js'
import { useMessageList } from './use-message-list.js'

interface ListPaneProps {
  /** asks for the sidebar where there is no room for it */
  readonly onMenu: () => void
}

export function ListPane({ onMenu }: ListPaneProps): ReactNode {
  const going = usePlace()
  const { place, go, href } = going
  const view = { inbox: place.inbox, q: place.q }
  const list = useMessageList(view)
  useFrameShortcuts({ going, messages: list.messages })
  return (
    <>
      <header className="list-head">
        <IconButton className="list-menu" label={frameText.menu} icon={MenuIcon} onClick={onMenu} />
        <SearchBox
          key={`${view.inbox}\n${view.q}`}
          q={view.q}
          error={list.searchError}
          onSearch={(q) => go({ q, messageId: '', tab: 'preview' })}
        />
      </header>
      <MessageList
        key={JSON.stringify(view)}
        list={list}
        selectedId={place.messageId}
        hrefOf={(id) => href({ messageId: id })}
      />
    </>
  )
}

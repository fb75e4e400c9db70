// The middle pane: search, what can be done, and the list.

import './list-pane.css'
import { useQuery } from '@tanstack/react-query'
import { Menu as MenuIcon } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { usePlace } from '../place/use-place.js'
import { saveSearch, useSavedSearches } from '../search/saved.js'
import { SearchBox } from '../search/search-box.js'
import { inboxesQuery, tagsQuery } from '../server/queries.js'
import { useFrameShortcuts } from '../shortcuts/use-frame-shortcuts.js'
import { frameText } from '../text/frame.js'
import { listText } from '../text/list.js'
import { IconButton } from '../ui/button.js'
import { ListBar, type ListBarActions } from './list-bar.js'
import { MessageList } from './message-list.js'
import { type Chosen, useListActions } from './use-list-actions.js'
import { useListShortcuts } from './use-list-shortcuts.js'
import { useMessageList } from './use-message-list.js'
import { useSelection } from './use-selection.js'

interface ListPaneProps {
  /** asks for the sidebar where there is no room for it */
  readonly onMenu: () => void
}

export function ListPane({ onMenu }: ListPaneProps): ReactNode {
  const { place } = usePlace()
  // another list begins anew: nothing chosen, at its top
  return <OneList key={`${place.inbox}\n${place.q}`} onMenu={onMenu} />
}

function OneList({ onMenu }: ListPaneProps): ReactNode {
  const going = usePlace()
  const { place, go, href } = going
  const { inbox, q } = place
  const view = useMemo(() => ({ inbox, q }), [inbox, q])
  const list = useMessageList(view)
  const { messages, total } = list
  const selection = useSelection(messages)
  const saved = useSavedSearches()
  const { data: tags = [] } = useQuery(tagsQuery)
  const { data: inboxes = [] } = useQuery(inboxesQuery)
  const actions = useListActions()

  const everything: Chosen = { kind: 'view', view, newest: messages[0], count: total ?? messages.length }
  const chosen: Chosen =
    selection.isOn && !selection.isWhole ? { kind: 'messages', ids: [...selection.ids] } : everything
  const act: ListBarActions = {
    markRead: (read) => actions.mark(chosen, { read }),
    changeTags: (change) => actions.mark(chosen, change),
    exportMail: (format) => actions.exportMail(chosen, format),
    remove: () => {
      actions.remove(chosen)
      selection.clear()
      const isOpenGone = chosen.kind === 'view' || selection.ids.has(place.messageId)
      if (isOpenGone) go({ messageId: '', tab: 'preview' })
    },
  }
  useFrameShortcuts({ going, messages, isChoosing: selection.isOn })
  useListShortcuts({ going, messages, selection, actions, act })
  return (
    <>
      <header className="list-head">
        <IconButton className="list-menu" label={frameText.menu} icon={MenuIcon} onClick={onMenu} />
        <SearchBox
          q={q}
          error={list.searchError}
          known={{ tags: tags.map(({ name }) => name), inboxes: inboxes.map(({ name }) => name) }}
          onSearch={(text) => go({ q: text, messageId: '', tab: 'preview' })}
        />
      </header>
      <ListBar
        title={q === '' ? inbox || listText.allMail : listText.searchTitle}
        loaded={messages.length}
        total={total}
        selection={selection}
        tags={tags.map(({ name }) => name)}
        act={act}
        onSave={
          q === '' || list.searchError || saved.some((one) => one.q === q)
            ? undefined
            : () => saveSearch(q, inbox)
        }
      />
      <MessageList
        list={list}
        selection={selection}
        isSearch={q !== ''}
        address={inboxes.find(({ name }) => name === inbox)?.address}
        openId={place.messageId}
        onClear={() => go({ q: '', messageId: '', tab: 'preview' })}
        hrefOf={(id) => href({ messageId: id })}
      />
    </>
  )
}

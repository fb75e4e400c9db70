// One mail: who and when above, the tabs below.

import { Tabs } from '@base-ui/react/tabs'
import { type ReactNode, useEffect, useRef } from 'react'
import { visible } from '../format/address.js'
import { countText } from '../format/size.js'
import type { Tab } from '../place/place.js'
import type { Message } from '../server/api.js'
import { messageText } from '../text/message.js'
import { StrangerText } from '../ui/stranger-text.js'
import { HeaderCard } from './header-card.js'
import { type MessageActing, MessageActions } from './message-actions.js'
import { countIn, isBare, panels, preloadPanels } from './panels.js'

interface MessageViewProps {
  readonly message: Message
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  readonly hrefOf: (tab: Tab) => string
  readonly back: ReactNode
  readonly act: MessageActing
}

/** Characters of a subject that are shown; the rest is in the headers. */
const shownSubject = 500
/** Milliseconds after which the other tabs are got ready. */
const calm = 250

export const MessageView = ({ message, tab, onTab, back, act }: MessageViewProps): ReactNode => (
  <article className="message" aria-label={messageText.label}>
    <header className="message-bar">
      {back}
      <h1 className="message-subject" title={visible(message.subject.slice(0, shownSubject))}>
        {message.subject.trim() === '' ? (
          messageText.noSubject
        ) : (
          <StrangerText text={message.subject} upTo={shownSubject} />
        )}
      </h1>
      <MessageActions message={message} act={act} />
    </header>
    <HeaderCard message={message} onRemoveTag={(tag) => act.changeTags({ removeTags: [tag] })} />
    <Tabs.Root className="message-tabs" value={tab} onValueChange={(next: Tab) => onTab(next)}>
      <TabList message={message} tab={tab} />
      {panels.map(({ name, Panel }) => (
        <Tabs.Panel key={name} value={name} className="tab-panel">
          <Panel message={message} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  </article>
)

function TabList({ message, tab }: { readonly message: Message; readonly tab: Tab }): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  // the bar scrolls where it is narrow; the open tab is always in sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the tab that moves
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tab])
  useEffect(() => {
    const timer = setTimeout(preloadPanels, calm)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Tabs.List ref={list} className="tab-list" aria-label={messageText.tabList}>
      {panels.map((panel) => (
        <Tabs.Tab
          key={panel.name}
          value={panel.name}
          className="tab"
          data-bare={isBare(message, panel) || undefined}
          data-alarm={(panel.name === 'problems' && message.problemCount > 0) || undefined}
        >
          {messageText.tabs[panel.name]}
          {countIn(message, panel.name) > 0 && (
            <span className="tab-count">{countText(countIn(message, panel.name))}</span>
          )}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  )
}

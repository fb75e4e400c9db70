// One mail: who and when above, the tabs below.

import { Tabs } from '@base-ui/react/tabs'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Summary } from '../../src/wire/summary.js'
import { visible } from '../format/address.js'
import { countText } from '../format/size.js'
import type { Tab } from '../place/place.js'
import type { Message } from '../server/api.js'
import { commonText } from '../text/common.js'
import { messageText } from '../text/message.js'
import { StrangerText } from '../ui/stranger-text.js'
import { HeaderCard } from './header-card.js'
import { type MessageActing, MessageActions } from './message-actions.js'
import { countIn, isBare, panels, preloadPanels } from './panels.js'

interface MessageViewProps {
  readonly summary: Summary
  /** the same in full, as soon as it is here */
  readonly message: Message | undefined
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

/** Stays from mail to mail: only what belongs to one mail begins anew with the next. */
export const MessageView = ({ summary, message, tab, onTab, back, act }: MessageViewProps): ReactNode => (
  <article className="message" aria-label={messageText.label} aria-busy={!message || undefined}>
    <header className="message-bar">
      {back}
      <h1 className="message-subject" title={visible(summary.subject.slice(0, shownSubject))}>
        {summary.subject.trim() === '' ? (
          messageText.noSubject
        ) : (
          <StrangerText text={summary.subject} upTo={shownSubject} />
        )}
      </h1>
      <MessageActions summary={summary} act={act} />
    </header>
    <HeaderCard
      key={summary.id}
      summary={summary}
      deliveries={message?.deliveries}
      onRemoveTag={(tag) => act.changeTags({ removeTags: [tag] })}
    />
    <Tabs.Root className="message-tabs" value={tab} onValueChange={(next: Tab) => onTab(next)}>
      <TabList summary={summary} message={message} tab={tab} />
      {panels.map(({ name, Panel }) => (
        <Tabs.Panel key={name === tab ? `${name} ${summary.id}` : name} value={name} className="tab-panel">
          {message ? <Panel message={message} /> : <Loading />}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  </article>
)

const Loading = (): ReactNode => (
  <p role="status" className="unseen">
    {commonText.loading}
  </p>
)

type TabListProps = Pick<MessageViewProps, 'summary' | 'message' | 'tab'>

function TabList({ summary, message, tab }: TabListProps): ReactNode {
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
          data-bare={(message && isBare(message, panel)) || undefined}
          data-alarm={(panel.name === 'problems' && summary.problemCount > 0) || undefined}
        >
          {messageText.tabs[panel.name]}
          {message && countIn(message, panel.name) > 0 && (
            <span className="tab-count">{countText(countIn(message, panel.name))}</span>
          )}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  )
}

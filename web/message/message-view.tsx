// One mail: who and when above, the tabs below.

import { Tabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { visible } from '../format/address.js'
import type { Tab } from '../place/place.js'
import type { Message } from '../server/api.js'
import { messageText } from '../text/message.js'
import { HeaderCard } from './header-card.js'
import { countIn, panels } from './panels.js'

interface MessageViewProps {
  readonly message: Message
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  readonly hrefOf: (tab: Tab) => string
  readonly back: ReactNode
}

/** Characters of a subject that are shown; the rest is in the headers. */
const shownSubject = 500

export const MessageView = ({ message, tab, onTab, back }: MessageViewProps): ReactNode => (
  <article className="message" aria-label={messageText.label}>
    <header className="message-bar">
      {back}
      <h1 className="message-subject" title={message.subject.slice(0, shownSubject)}>
        <bdi>{visible(message.subject.slice(0, shownSubject)) || messageText.noSubject}</bdi>
      </h1>
    </header>
    <HeaderCard message={message} />
    <Tabs.Root className="message-tabs" value={tab} onValueChange={(next: Tab) => onTab(next)}>
      <Tabs.List className="tab-list">
        {panels.map(({ name }) => (
          <Tabs.Tab key={name} value={name} className="tab">
            {messageText.tabs[name]}
            {countIn(message, name) > 0 && <span className="tab-count">{countIn(message, name)}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panels.map(({ name, Panel }) => (
        <Tabs.Panel key={name} value={name} className="tab-panel">
          <Panel message={message} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  </article>
)

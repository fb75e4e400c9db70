// The three panes: sidebar, list, mail. Which of them a narrow window shows follows from the place.

import './frame.css'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { ListPane } from '../list/list-pane.js'
import { MessagePane } from '../message/message-pane.js'
import { usePlace } from '../place/use-place.js'
import { prefer, usePreferences } from '../preferences/store.js'
import { WarmFrame } from '../preview/warm-frame.js'
import { ShortcutKeys } from '../shortcuts/keys.js'
import { Sidebar } from '../sidebar/sidebar.js'
import { frameText } from '../text/frame.js'
import { OpenWarning } from '../warning/open-warning.js'
import { ConnectionLine } from './connection-line.js'
import { Overlays } from './overlays.js'
import { Splitter } from './splitter.js'
import { useTitle } from './use-title.js'

type Widths = CSSProperties & Record<'--sidebar-width' | '--list-width', string>

export function Frame(): ReactNode {
  const { place } = usePlace()
  const { sidebarWidth, listWidth } = usePreferences()
  const [isMenuOpen, setMenuOpen] = useState(false)
  useTitle()
  const widths: Widths = { '--sidebar-width': `${sidebarWidth}px`, '--list-width': `${listWidth}px` }
  return (
    <div
      className="frame"
      style={widths}
      data-shows={place.messageId === '' ? 'list' : 'message'}
      data-menu={isMenuOpen ? 'open' : 'closed'}
    >
      <ShortcutKeys />
      <Overlays />
      <OpenWarning />
      <WarmFrame />
      <nav className="frame-sidebar" aria-label={frameText.menu}>
        <Sidebar onChosen={() => setMenuOpen(false)} />
      </nav>
      <button
        type="button"
        className="frame-shade"
        aria-label={frameText.back}
        tabIndex={-1}
        onClick={() => setMenuOpen(false)}
      />
      <Splitter
        label={frameText.resizeSidebar}
        width={sidebarWidth}
        within={[180, 360]}
        onChange={(width) => prefer({ sidebarWidth: width })}
      />
      <section className="frame-list" aria-label={frameText.list}>
        <ConnectionLine />
        <ListPane onMenu={() => setMenuOpen(true)} />
      </section>
      <Splitter
        label={frameText.resizeList}
        width={listWidth}
        within={[300, 640]}
        onChange={(width) => prefer({ listWidth: width })}
      />
      <main className="frame-message">
        <MessagePane />
      </main>
    </div>
  )
}

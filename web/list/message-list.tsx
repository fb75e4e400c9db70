// The list itself. Only the rows in sight are on the page, so that a hundred thousand are no more work than ten.

import './message-list.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp, CircleAlert, Inbox as InboxIcon, SearchX } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Setup } from '../first-run/setup.js'
import { countText } from '../format/size.js'
import { usePreferences } from '../preferences/store.js'
import { listText } from '../text/list.js'
import { Button } from '../ui/button.js'
import { Empty } from '../ui/empty.js'
import { MessageRow } from './message-row.js'
import type { LoadedList } from './use-message-list.js'
import { useNeighbours } from './use-neighbours.js'
import { useNow } from './use-now.js'
import { useRowFocus } from './use-row-focus.js'
import type { Selection } from './use-selection.js'

interface MessageListProps {
  readonly list: LoadedList
  readonly selection: Selection
  readonly isSearch: boolean
  /** what mail to the inbox is sent to: `*@w1.mailhold.test` */
  readonly address: string | undefined
  readonly openId: string
  /** back to mail without a search */
  readonly onClear: () => void
  readonly hrefOf: (id: string) => string
}

/** Pixels. */
const rowHeights = { comfortable: 76, compact: 54 } as const
/** Rows before the end of what is loaded at which more is asked for. */
const reach = 30

export function MessageList(props: MessageListProps): ReactNode {
  const { list, selection, isSearch, address, openId, onClear, hrefOf } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [isAtTop, setAtTop] = useState(true)
  const { density } = usePreferences()
  const now = useNow()
  const { messages, hasMore, loadMore, arrived, takeIn } = list
  const rows = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeights[density],
    getItemKey: (at) => messages[at]?.id ?? at,
    overscan: 8,
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const rowHeight = rowHeights[density]
  const focus = useRowFocus({ messages, openId, showRow: (at) => rows.scrollToIndex(at) })

  useNeighbours(messages, openId)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of rows is what makes measuring necessary
  useEffect(() => rows.measure(), [rows, rowHeight])
  useEffect(() => {
    if (hasMore && last >= messages.length - reach) loadMore()
  }, [hasMore, last, messages.length, loadMore])
  useEffect(() => {
    if (isAtTop && arrived.length > 0) takeIn()
  }, [isAtTop, arrived, takeIn])

  if (list.state !== 'ready' || messages.length === 0)
    return <NoList {...{ list, isSearch, address, onClear }} />
  return (
    <div className="list-body" data-choosing={selection.isOn || undefined}>
      {!isAtTop && arrived.length > 0 && (
        <Button
          look="solid"
          className="list-arrived"
          onClick={() => {
            takeIn()
            scroller.current?.scrollTo({ top: 0 })
          }}
        >
          <ArrowUp aria-hidden size={14} />
          {listText.arrived(countText(arrived.length))}
        </Button>
      )}
      <div
        ref={scroller}
        className="list-scroller"
        onScroll={({ currentTarget }) => setAtTop(currentTarget.scrollTop < 8)}
      >
        <ul
          aria-label={listText.label}
          className="list-rows"
          style={{ height: rows.getTotalSize() }}
          onKeyDown={focus.onKey}
        >
          {items.map(({ index, key, start, size }) => {
            const message = messages[index]
            return (
              message && (
                <MessageRow
                  key={key}
                  message={message}
                  now={now}
                  href={hrefOf(message.id)}
                  isOpen={message.id === openId}
                  isChosen={selection.isWhole || selection.ids.has(message.id)}
                  isChoosing={selection.isOn}
                  isReachable={message.id === focus.reachableId}
                  onToggle={selection.toggle}
                  onExtend={selection.extendTo}
                  top={start}
                  height={size}
                />
              )
            )
          })}
        </ul>
      </div>
    </div>
  )
}

type NoListProps = Pick<MessageListProps, 'list' | 'isSearch' | 'address' | 'onClear'>

function NoList({ list, isSearch, address, onClear }: NoListProps): ReactNode {
  const { state, searchError, tryAgain } = list
  if (state === 'loading') return <div className="list-loading" role="status" aria-label={listText.loading} />
  if (searchError) return null
  if (state === 'failed') {
    return (
      <Empty icon={CircleAlert} title={listText.failed}>
        <Button onClick={tryAgain}>{listText.tryAgain}</Button>
      </Empty>
    )
  }
  if (isSearch) {
    return (
      <Empty icon={SearchX} title={listText.nothingFound}>
        {listText.nothingFoundHint}
        <Button onClick={onClear}>{listText.clearSearch}</Button>
      </Empty>
    )
  }
  return (
    <>
      <div className="list-setup">
        <Setup />
      </div>
      <Empty icon={InboxIcon} title={listText.emptyTitle}>
        {address && listText.emptyHint(address)}
      </Empty>
    </>
  )
}

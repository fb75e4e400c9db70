// The right pane: the mail that is open, or what stands there while none is.

import './message-pane.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowLeft, MailOpen, MailX } from 'lucide-react'
import { type ReactNode, useEffect, useMemo } from 'react'
import { Setup } from '../first-run/setup.js'
import { usePlace } from '../place/use-place.js'
import { api } from '../server/api.js'
import { cachedSummary } from '../server/list-cache.js'
import { listQuery, messageQuery, statusQuery } from '../server/queries.js'
import { Keys } from '../shortcuts/key-caps.js'
import { frameText } from '../text/frame.js'
import { messageText } from '../text/message.js'
import { IconButton } from '../ui/button.js'
import { Empty } from '../ui/empty.js'
import { MessageView } from './message-view.js'
import { useMessageActing } from './use-message-acting.js'

export function MessagePane(): ReactNode {
  const { place, go } = usePlace()
  const { messageId } = place
  const { data: status } = useQuery(statusQuery)
  if (messageId === '' && status?.counts.messages === 0) {
    return (
      <div className="setup-centre">
        <Setup />
      </div>
    )
  }
  if (messageId === '') return <NothingOpen />
  const back = (
    <IconButton
      className="message-back"
      label={frameText.back}
      icon={ArrowLeft}
      onClick={() => go({ messageId: '', tab: 'preview' })}
    />
  )
  return <OpenMessage id={messageId} back={back} />
}

/** Says how to open one, unless the list has none. */
function NothingOpen(): ReactNode {
  const { place } = usePlace()
  const { inbox, q } = place
  const { data, isError } = useInfiniteQuery(listQuery({ inbox, q }))
  const hasNone = isError || data?.pages[0]?.total === 0
  return (
    <Empty icon={MailOpen} title={messageText.none}>
      {!hasNone && (
        <span>
          {messageText.noneHint} <Keys keys={['j']} />
        </span>
      )}
    </Empty>
  )
}

/** Milliseconds after which an open mail counts as read: leafing past it is not reading. */
const glance = 300

interface OpenMessageProps {
  readonly id: string
  readonly back: ReactNode
}

function OpenMessage({ id, back }: OpenMessageProps): ReactNode {
  const going = usePlace()
  const { place, go, href } = going
  const act = useMessageActing(id, going)
  const { data: message, isError } = useQuery(messageQuery(id))
  // what the list knows of it is shown until the rest is here
  const listed = useMemo(() => cachedSummary(id), [id])
  const summary = message ?? listed
  const isUnread = message?.read === false
  useEffect(() => {
    if (!isUnread) return
    const timer = setTimeout(() => void api.mark(id, { read: true }).catch(() => undefined), glance)
    return () => clearTimeout(timer)
  }, [id, isUnread])
  if (isError) {
    return (
      <div className="message">
        <header className="message-bar">{back}</header>
        <Empty icon={MailX} title={messageText.gone}>
          {messageText.goneHint}
        </Empty>
      </div>
    )
  }
  if (!summary) return <div className="message" aria-busy="true" />
  return (
    <MessageView
      summary={summary}
      message={message}
      tab={place.tab}
      hrefOf={(tab) => href({ tab })}
      onTab={(tab) => go({ tab }, { replace: true })}
      back={back}
      act={act}
    />
  )
}

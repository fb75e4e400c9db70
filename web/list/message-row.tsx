// One message in the list.

import { CircleAlert, Paperclip } from 'lucide-react'
import { type MouseEvent, memo, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Summary } from '../../src/wire/summary.js'
import { peopleText, personText, visible } from '../format/address.js'
import { countText } from '../format/size.js'
import { exactTime, shortTime } from '../format/time.js'
import { messageQuery, queryClient } from '../server/queries.js'
import { listText } from '../text/list.js'

interface MessageRowProps {
  readonly message: Summary
  readonly now: number
  readonly href: string
  readonly isOpen: boolean
  readonly isChosen: boolean
  /** a click chooses instead of opening */
  readonly isChoosing: boolean
  /** Tab reaches it */
  readonly isReachable: boolean
  readonly onToggle: (id: string) => void
  readonly onExtend: (id: string) => void
  /** pixels */
  readonly top: number
  readonly height: number
}

/** Characters of a subject that a row can show at most. */
const shownSubject = 300

export const MessageRow = memo((props: MessageRowProps): ReactNode => {
  const { message, isOpen, isChosen, isReachable, onToggle, onExtend, top, height } = props
  const { id, from, read } = message
  const subject = visible(message.subject.slice(0, shownSubject)) || listText.noSubject
  const begin = (): void => void queryClient.prefetchQuery(messageQuery(id))
  const onClick = (event: MouseEvent): void => {
    // with Control or Command it opens in a tab of its own, as links do
    const isChoosing = props.isChoosing && !event.ctrlKey && !event.metaKey
    if (!event.shiftKey && !isChoosing) {
      begin()
      return
    }
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) onExtend(id)
    else onToggle(id)
  }
  return (
    <li
      className="row"
      data-message={id}
      data-chosen={isChosen || undefined}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <input
        type="checkbox"
        className="row-box"
        tabIndex={-1}
        aria-label={listText.chooseOne(subject)}
        checked={isChosen}
        onChange={() => onToggle(id)}
      />
      <Link
        href={props.href}
        className="row-link"
        tabIndex={isReachable ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        data-unread={!read || undefined}
        onClickCapture={onClick}
        // it is on its way while the finger still rests
        onPointerDown={begin}
      >
        <span className="row-top">
          <span className="row-sender">
            {!read && <span className="unseen">{listText.unread}, </span>}
            <bdi>{from ? personText(from) : listText.noSender}</bdi>
          </span>
          <Marks message={message} />
          <Received time={message.receivedAt} now={props.now} />
        </span>
        <span className="row-subject" data-missing={message.subject === '' || undefined}>
          <bdi>{subject}</bdi>
        </span>
        <span className="row-bottom">
          <bdi className="row-snippet">{visible(message.snippet)}</bdi>
          <bdi className="row-recipient">{peopleText(message.to.slice(0, 3))}</bdi>
        </span>
      </Link>
    </li>
  )
})

const Received = ({ time, now }: { readonly time: string; readonly now: number }): ReactNode => (
  <time dateTime={time} title={exactTime(time)}>
    {shortTime(time, Math.max(now, Date.parse(time)))}
  </time>
)

const Marks = ({ message: { attachmentCount, problemCount, tags } }: Pick<MessageRowProps, 'message'>) => (
  <span className="row-marks">
    {tags.slice(0, 2).map((tag) => (
      <bdi key={tag} className="row-tag">
        {tag}
      </bdi>
    ))}
    {problemCount > 0 && (
      <span className="row-problem" title={listText.problems(countText(problemCount))}>
        <CircleAlert aria-hidden size={13} />
        <span className="unseen">{listText.problems(countText(problemCount))}</span>
      </span>
    )}
    {attachmentCount > 0 && (
      <span title={listText.attachments(countText(attachmentCount))}>
        <Paperclip aria-hidden size={13} />
        <span className="unseen">{listText.attachments(countText(attachmentCount))}</span>
      </span>
    )}
  </span>
)

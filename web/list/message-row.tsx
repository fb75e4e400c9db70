// One message in the list.

import { CircleAlert, Paperclip } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Summary } from '../../src/wire/summary.js'
import { peopleText, personText, visible } from '../format/address.js'
import { countText } from '../format/size.js'
import { exactTime, shortTime } from '../format/time.js'
import { listText } from '../text/list.js'

interface MessageRowProps {
  readonly message: Summary
  readonly now: number
  readonly href: string
  readonly isOpen: boolean
  /** pixels */
  readonly box: { readonly top: number; readonly height: number }
}

export const MessageRow = memo(
  ({ message, now, href, isOpen, box }: MessageRowProps): ReactNode => (
    <li className="row" style={{ transform: `translateY(${box.top}px)`, height: box.height }}>
      <Link
        href={href}
        className="row-link"
        aria-current={isOpen ? 'true' : undefined}
        data-unread={!message.read || undefined}
      >
        <span className="row-top">
          <span className="row-sender">
            {!message.read && <span className="unseen">{listText.unread}, </span>}
            <bdi>{message.from ? personText(message.from) : listText.noSender}</bdi>
          </span>
          <Marks message={message} />
          <time dateTime={message.receivedAt} title={exactTime(message.receivedAt)}>
            {shortTime(message.receivedAt, Math.max(now, Date.parse(message.receivedAt)))}
          </time>
        </span>
        <span className="row-subject" data-missing={message.subject === '' || undefined}>
          <bdi>{visible(message.subject.slice(0, 300)) || listText.noSubject}</bdi>
        </span>
        <span className="row-bottom">
          <bdi className="row-snippet">{visible(message.snippet)}</bdi>
          <bdi className="row-recipient">{peopleText(message.to.slice(0, 3))}</bdi>
        </span>
      </Link>
    </li>
  ),
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

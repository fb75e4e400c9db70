// Who it is from and for, and how it came here.

import './header-card.css'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Delivery } from '../../src/wire/message.js'
import type { Address, Summary } from '../../src/wire/summary.js'
import { countText } from '../format/size.js'
import { exactTime, mediumTime } from '../format/time.js'
import { messageText, routedBy } from '../text/message.js'
import { StrangerText } from '../ui/stranger-text.js'

/** More people than these are folded away, but for the first few. */
const mostPeople = 4
const firstPeople = 3

interface HeaderCardProps {
  readonly summary: Summary
  /** not known yet where it is missing */
  readonly deliveries: readonly Delivery[] | undefined
  readonly onRemoveTag: (tag: string) => void
}

export function HeaderCard({ summary, deliveries, onRemoveTag }: HeaderCardProps): ReactNode {
  const { from, to, cc, bcc, replyTo, inboxes, receivedAt, date, envelope, tags } = summary
  const [isOpen, setOpen] = useState(false)
  const isSentAsOther = envelope.from.toLowerCase() !== from?.address.toLowerCase()
  return (
    <div className="header-card" data-open={isOpen || undefined}>
      <dl>
        <Row name={messageText.from}>
          {from ? <Person person={from} /> : messageText.noSender}
          {isSentAsOther && (
            <StrangerText
              className="header-quiet"
              text={messageText.envelopeFrom(envelope.from)}
              upTo={200}
            />
          )}
        </Row>
        <People name={messageText.to} people={to} />
        <People name={messageText.cc} people={cc} />
        <People name={messageText.bcc} people={bcc} />
        <People name={messageText.replyTo} people={replyTo} />
        <Row name={messageText.received}>
          <time dateTime={receivedAt} title={exactTime(receivedAt)}>
            {mediumTime(receivedAt)}
          </time>
          <span className="header-quiet">
            {date === null
              ? messageText.undated
              : !isSameMinute(date, receivedAt) && messageText.dated(mediumTime(date))}
          </span>
        </Row>
        <Row name={messageText.inbox}>
          {inboxes.map((inbox) => (
            <span key={inbox} className="header-inbox">
              <bdi>{inbox}</bdi> <small>{reason(inbox, deliveries)}</small>
            </span>
          ))}
        </Row>
        {tags.length > 0 && (
          <Row name={messageText.tags}>
            {tags.map((tag) => (
              <span key={tag} className="header-tag">
                <StrangerText text={tag} upTo={100} />
                <button
                  type="button"
                  aria-label={messageText.removeTag(tag)}
                  onClick={() => onRemoveTag(tag)}
                >
                  <X aria-hidden size={12} />
                </button>
              </span>
            ))}
          </Row>
        )}
      </dl>
      <button
        type="button"
        className="header-details"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? messageText.hideDetails : messageText.details}
      </button>
    </div>
  )
}

const reason = (name: string, deliveries: HeaderCardProps['deliveries'] = []): string =>
  deliveries.filter(({ inbox }) => inbox === name).map(({ routedBy: how }) => routedBy(how))[0] ?? ''

const isSameMinute = (one: string, other: string): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other)) < 60_000

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div className="header-row">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

interface PeopleProps {
  readonly name: string
  readonly people: readonly Address[]
}

function People({ name, people }: PeopleProps): ReactNode {
  const [isWhole, setWhole] = useState(false)
  if (people.length === 0) return null
  const isLong = people.length > mostPeople
  const shown = isWhole || !isLong ? people : people.slice(0, firstPeople)
  const more = people.length - firstPeople
  return (
    <Row name={name}>
      {shown.map((person, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same person may be named twice, and the list never changes
        <Person key={at} person={person} />
      ))}
      {isLong && (
        <button type="button" className="header-more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? messageText.fewer : messageText.more(countText(more))}
        </button>
      )}
    </Row>
  )
}

const Person = ({ person: { name, address } }: { readonly person: Address }): ReactNode => (
  <span className="person">
    {name !== '' && <StrangerText className="person-name" text={name} upTo={200} />}
    <StrangerText className="person-address" text={address} upTo={200} />
  </span>
)

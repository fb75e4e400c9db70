// Who it is from and for, and how it came here.

import './header-card.css'
import { type ReactNode, useState } from 'react'
import type { Address } from '../../src/wire/summary.js'
import { visible } from '../format/address.js'
import { countText } from '../format/size.js'
import { exactTime, mediumTime } from '../format/time.js'
import type { Message } from '../server/api.js'
import { messageText } from '../text/message.js'

/** People beyond these are folded away. */
const shownPeople = 6

export function HeaderCard({ message }: { readonly message: Message }): ReactNode {
  const { from, to, cc, bcc, replyTo, deliveries, receivedAt } = message
  return (
    <dl className="header-card">
      <Row name={messageText.from}>{from ? <Person person={from} /> : messageText.noSender}</Row>
      <People name={messageText.to} people={to} />
      <People name={messageText.cc} people={cc} />
      <People name={messageText.bcc} people={bcc} />
      <People name={messageText.replyTo} people={replyTo} />
      <Row name={messageText.received}>
        <time dateTime={receivedAt} title={exactTime(receivedAt)}>
          {mediumTime(receivedAt)}
        </time>
      </Row>
      <Row name={messageText.inbox}>
        {deliveries.map(({ inbox, routedBy }) => (
          <span key={inbox} className="header-inbox">
            <bdi>{inbox}</bdi> <small>{messageText.routedBy(routedBy)}</small>
          </span>
        ))}
      </Row>
    </dl>
  )
}

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
  const shown = isWhole ? people : people.slice(0, shownPeople)
  const more = people.length - shownPeople
  return (
    <Row name={name}>
      {shown.map((person, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same person may be named twice, and the list never changes
        <Person key={at} person={person} />
      ))}
      {more > 0 && (
        <button type="button" className="header-more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? messageText.fewer : messageText.more(countText(more))}
        </button>
      )}
    </Row>
  )
}

const Person = ({ person: { name, address } }: { readonly person: Address }): ReactNode => (
  <span className="person">
    {name !== '' && <bdi className="person-name">{visible(name)}</bdi>}
    <bdi className="person-address">{visible(address)}</bdi>
  </span>
)

// Every try to hand over a message with this Message-ID, and what it was answered.

import type { ReactNode } from 'react'
import type { Attempt } from '../../src/wire/message.js'
import { exactTime, mediumTime } from '../format/time.js'
import { sessionText } from '../text/panels.js'
import { StrangerText } from '../ui/stranger-text.js'

interface AttemptsProps {
  readonly attempts: readonly Attempt[]
  /** of this message */
  readonly sessionId: string
}

export const Attempts = ({ attempts, sessionId }: AttemptsProps): ReactNode => (
  <section className="attempts" aria-label={sessionText.attempts}>
    <h2>{sessionText.attempts}</h2>
    <ol>
      {attempts.map(({ sessionId: id, at, reply }) => (
        <li key={`${id} ${at}`} data-reply={reply[0]}>
          <time dateTime={at} title={exactTime(at)}>
            {mediumTime(at)}
          </time>
          <StrangerText text={reply} upTo={300} />
          {id === sessionId && <small>{sessionText.thisOne}</small>}
        </li>
      ))}
    </ol>
  </section>
)

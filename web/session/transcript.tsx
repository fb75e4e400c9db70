// Both sides of a conversation, line by line, with the time since it began.

import type { ReactNode } from 'react'
import type { Session, TranscriptLine } from '../../src/wire/session.js'
import { durationText, exactTime } from '../format/time.js'
import { sessionText } from '../text/panels.js'
import { StrangerText } from '../ui/stranger-text.js'

export const Transcript = ({ session }: { readonly session: Session }): ReactNode => (
  <>
    <ol className="transcript" aria-label={sessionText.label}>
      {session.transcript.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines only ever follow
        <Line key={at} line={line} since={Date.parse(session.startedAt)} />
      ))}
    </ol>
    {session.transcriptTruncated && <p className="transcript-cut">{sessionText.truncated}</p>}
  </>
)

interface LineProps {
  readonly line: TranscriptLine
  /** milliseconds since 1970 */
  readonly since: number
}

const Line = ({ line: { at, who, text }, since }: LineProps): ReactNode => (
  <li className="transcript-line" data-who={who} data-reply={who === 'server' ? text[0] : undefined}>
    <span className="unseen">{sessionText.who[who]}: </span>
    <StrangerText className="transcript-text" text={text} upTo={1000} />
    <time dateTime={at} title={exactTime(at)}>
      {durationText(Date.parse(at) - since)}
    </time>
  </li>
)

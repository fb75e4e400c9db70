// Both sides of a conversation, line by line, with the time since it began.

import type { ReactNode } from 'react'
import type { Session, TranscriptLine } from '../../src/wire/session.js'
import { durationText, exactTime } from '../format/time.js'
import { sessionText } from '../text/panels.js'
import { StrangerText } from '../ui/stranger-text.js'

export const Transcript = ({ session }: { readonly session: Session }): ReactNode => (
  <>
    <ol className="transcript" aria-label={sessionText.label}>
      {joinReplies(session.transcript).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines only ever follow
        <Line key={at} line={line} since={Date.parse(session.startedAt)} />
      ))}
    </ol>
    {session.transcriptTruncated && <p className="transcript-cut">{sessionText.truncated}</p>}
  </>
)

interface Saying extends Pick<TranscriptLine, 'at' | 'who'> {
  readonly texts: readonly string[]
}

interface LineProps {
  readonly line: Saying
  /** milliseconds since 1970 */
  readonly since: number
}

const Line = ({ line: { at, who, texts }, since }: LineProps): ReactNode => (
  <li className="transcript-line" data-who={who} data-reply={who === 'server' ? texts[0]?.[0] : undefined}>
    <span className="unseen">{sessionText.who[who]}: </span>
    <span className="transcript-text">
      {texts.map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines only ever follow
        <StrangerText key={place} text={text} upTo={1000} />
      ))}
    </span>
    <time dateTime={at} title={exactTime(at)}>
      {durationText(Date.parse(at) - since)}
    </time>
  </li>
)

/** A reply of several lines (RFC 5321 §4.2.1) is one answer: `250-` goes on, `250 ` ends. */
function joinReplies(lines: readonly TranscriptLine[]): readonly Saying[] {
  const sayings: Saying[] = []
  let open: string[] | undefined
  for (const { at, who, text } of lines) {
    const isMore = open !== undefined && who === 'server'
    if (isMore) open?.push(text)
    const texts = [text]
    if (!isMore) sayings.push({ at, who, texts })
    const goesOn = who === 'server' && /^\d{3}-/.test(text)
    open = goesOn ? (isMore ? open : texts) : undefined
  }
  return sayings
}

// Who connected, how, and for how long.

import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Session } from '../../src/wire/session.js'
import { durationText, exactTime, mediumTime } from '../format/time.js'
import { sessionText } from '../text/panels.js'
import { StrangerText } from '../ui/stranger-text.js'

export function SessionFacts({ session }: { readonly session: Session }): ReactNode {
  const { remote, helo, tls, auth, startedAt, endedAt } = session
  const Secure = tls ? Lock : LockOpen
  return (
    <dl className="session-facts">
      <Fact name={sessionText.remote}>{remote}</Fact>
      {helo !== null && (
        <Fact name={sessionText.helo}>
          <StrangerText text={helo} upTo={120} />
        </Fact>
      )}
      <Fact name={sessionText.tls}>
        <Secure aria-hidden size={13} /> {tls ? `${tls.protocol} ${tls.cipher}` : sessionText.noTls}
      </Fact>
      {auth && (
        <Fact name={sessionText.user}>
          <StrangerText text={`${auth.user} (${auth.method})`} upTo={120} />
        </Fact>
      )}
      <Fact name={sessionText.started}>
        <time dateTime={startedAt} title={exactTime(startedAt)}>
          {mediumTime(startedAt)}
        </time>
      </Fact>
      <Fact name={sessionText.lasted}>
        {endedAt === null ? sessionText.open : durationText(Date.parse(endedAt) - Date.parse(startedAt))}
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

// The connection that a mail came over, as the conversation that it was.

import './session-panel.css'
import { useQuery } from '@tanstack/react-query'
import { PlugZap, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PanelProps } from '../message/panel.js'
import { sessionQuery } from '../server/queries.js'
import { commonText } from '../text/common.js'
import { sessionText } from '../text/panels.js'
import { Empty } from '../ui/empty.js'
import { Attempts } from './attempts.js'
import { SessionFacts } from './session-facts.js'
import { Transcript } from './transcript.js'

export function SessionPanel({ message }: PanelProps): ReactNode {
  const { session, attempts } = message
  const isSmtp = session.via.startsWith('smtp')
  const { data, isPending, isError } = useQuery({ ...sessionQuery(session.id), enabled: isSmtp })
  if (!isSmtp) {
    return (
      <Empty icon={PlugZap} title={sessionText.none}>
        {sessionText.noneHint(session.via)}
      </Empty>
    )
  }
  return (
    <div className="session-panel">
      {attempts.length > 1 && <Attempts attempts={attempts} sessionId={session.id} />}
      {isPending && <p role="status">{commonText.loading}</p>}
      {isError && <Empty icon={Unplug} title={sessionText.gone} />}
      {data && (
        <>
          <SessionFacts session={data} />
          <Transcript session={data} />
        </>
      )}
    </div>
  )
}

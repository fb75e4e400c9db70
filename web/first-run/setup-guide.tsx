// What stands in place of mail while there is none: how to get some.

import './setup-guide.css'
import { useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { api, apiAddress } from '../server/api.js'
import { serverUrl } from '../server/base.js'
import { statusQuery } from '../server/queries.js'
import { commonText } from '../text/common.js'
import { firstRunText } from '../text/first-run.js'
import { Button } from '../ui/button.js'
import { CodeTabs } from '../ui/code-tabs.js'
import { tell } from '../ui/toast.js'
import { reachable } from './reachable.js'
import { sampleMail } from './sample-mail.js'
import { frameworks } from './snippets.js'

export function SetupGuide(): ReactNode {
  const { data: status } = useQuery(statusQuery)
  const [isSending, setSending] = useState(false)
  if (!status) return null
  const smtp = reachable(status.listeners, 'smtp', location.hostname)
  const pop3 = reachable(status.listeners, 'pop3', location.hostname)
  const send = async (): Promise<void> => {
    setSending(true)
    await api.compose(sampleMail).catch(() => tell(commonText.failed, { kind: 'error' }))
    setSending(false)
  }
  return (
    <section className="setup" aria-label={firstRunText.title}>
      <h2>{firstRunText.title}</h2>
      <p>{firstRunText.what}</p>
      <dl className="setup-ports">
        {[
          { name: firstRunText.smtp, at: smtp },
          { name: firstRunText.pop3, at: pop3 },
        ].map(
          ({ name, at }) =>
            at && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>
                    {at.host}:{at.port}
                  </code>
                </dd>
              </div>
            ),
        )}
      </dl>
      {smtp ? (
        <CodeTabs
          label={firstRunText.frameworks}
          blocks={frameworks.map(({ name, write }) => ({ name, code: write({ ...smtp, url: serverUrl }) }))}
        />
      ) : (
        <p role="note">{firstRunText.smtpOff}</p>
      )}
      <div className="setup-actions">
        <Button look="solid" disabled={isSending} onClick={() => void send()}>
          <Send aria-hidden size={15} />
          {firstRunText.sample}
        </Button>
        <a className="button" href={apiAddress('/docs')} target="_blank" rel="noreferrer">
          {firstRunText.docs}
        </a>
      </div>
    </section>
  )
}

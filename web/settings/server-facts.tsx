// How the server is: where it listens, what it keeps, and for how long.

import type { ReactNode } from 'react'
import type { Listener, Status } from '../../src/wire/status.js'
import { countText, sizeText } from '../format/size.js'
import { mediumTime } from '../format/time.js'
import { settingsText } from '../text/settings.js'

const secondsOfDay = 86_400

export function ServerFacts({ status }: { readonly status: Status }): ReactNode {
  const { version, startedAt, listeners, openListeners, limits, counts, storeSize, store, evictions } = status
  const evicted = evictions.maxMessages + evictions.maxAge + evictions.maxStoreSize
  return (
    <>
      <section>
        <h3>{settingsText.server}</h3>
        <dl className="facts">
          <Fact name={settingsText.version}>{version}</Fact>
          <Fact name={settingsText.started}>{mediumTime(startedAt)}</Fact>
          <Fact name={settingsText.listeners}>
            <ListenerLines listeners={listeners} open={openListeners} />
          </Fact>
        </dl>
      </section>
      <section>
        <h3>{settingsText.store}</h3>
        <Meter
          label={settingsText.size}
          text={settingsText.used(sizeText(storeSize), sizeText(limits.maxStoreSize))}
          share={storeSize / limits.maxStoreSize}
        />
        <Meter
          label={settingsText.messages}
          text={settingsText.used(countText(counts.messages), countText(limits.maxMessages))}
          share={counts.messages / limits.maxMessages}
        />
        <dl className="facts">
          <Fact name={settingsText.age}>
            {settingsText.days(countText(Math.round((limits.maxAge / secondsOfDay) * 10) / 10))}
          </Fact>
          <Fact name={settingsText.folder}>
            <code>{store.location}</code>
          </Fact>
          <Fact name={settingsText.evicted}>{countText(evicted)}</Fact>
        </dl>
      </section>
    </>
  )
}

interface ListenerLinesProps {
  readonly listeners: readonly Listener[]
  readonly open: readonly Listener[]
}

const ListenerLines = ({ listeners, open }: ListenerLinesProps): ReactNode => (
  <ul>
    {listeners.map(({ protocol, host, port }) => (
      <li key={`${protocol} ${host} ${port}`}>
        <code>
          {protocol} {host.includes(':') ? `[${host}]` : host}:{port}
        </code>{' '}
        {open.some((one) => one.protocol === protocol && one.host === host && one.port === port) && (
          <small className="settings-open">{settingsText.open}</small>
        )}
      </li>
    ))}
  </ul>
)

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

interface MeterProps {
  readonly label: string
  readonly text: string
  /** 0 to 1 */
  readonly share: number
}

const Meter = ({ label, text, share }: MeterProps): ReactNode => (
  <div className="meter">
    <span>{label}</span>
    <meter aria-label={label} value={Math.min(1, share)} max={1} high={0.9}>
      {text}
    </meter>
    <span>{text}</span>
  </div>
)

// The header fields, decoded, in their order.

import './headers-panel.css'
import type { ReactNode } from 'react'
import { visible } from '../format/address.js'
import type { PanelProps } from './panel.js'

export const HeadersPanel = ({ message }: PanelProps): ReactNode => (
  <dl className="headers-panel">
    {message.headers.map(({ name, value }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: fields may repeat, and their list never changes
      <div key={at} className="field">
        <dt>{visible(name)}</dt>
        <dd>
          <bdi>{visible(value)}</bdi>
        </dd>
      </div>
    ))}
  </dl>
)

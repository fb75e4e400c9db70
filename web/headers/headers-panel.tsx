// The header fields, decoded or as they were sent, each to copy.

import './headers-panel.css'
import { useQuery } from '@tanstack/react-query'
import { ListX } from 'lucide-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import type { HeaderField } from '../../src/wire/message.js'
import type { PanelProps } from '../message/panel.js'
import { rawHeaderQuery } from '../server/queries.js'
import { commonText } from '../text/common.js'
import { headersText } from '../text/panels.js'
import { Choice } from '../ui/choice.js'
import { CopyButton } from '../ui/copy-button.js'
import { Empty } from '../ui/empty.js'
import { HeaderLine } from './header-line.js'
import { rawFields } from './raw-fields.js'

export function HeadersPanel({ message }: PanelProps): ReactNode {
  const [form, setForm] = useState<keyof typeof headersText.forms>('decoded')
  const [filter, setFilter] = useState('')
  const raw = useQuery({ ...rawHeaderQuery(message.id, message.size), enabled: form === 'raw' })
  const wanted = useDeferredValue(filter.trim().toLowerCase())
  const fields = form === 'raw' ? rawFields(raw.data ?? '') : message.headers
  const shown = wanted === '' ? fields : fields.filter((field) => holds(field, wanted))
  return (
    <section className="headers-panel">
      <div className="headers-bar">
        <input
          type="search"
          className="field"
          aria-label={headersText.filter}
          placeholder={headersText.filter}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
        <Choice label={headersText.form} value={form} options={headersText.forms} onChange={setForm} />
        <CopyButton text={asText(shown, form)} label={headersText.copyAll} />
      </div>
      {raw.isLoading && <p role="status">{commonText.loading}</p>}
      {shown.length === 0 && !raw.isLoading && (
        <Empty icon={ListX} title={fields.length === 0 ? headersText.empty : headersText.none} />
      )}
      <dl className="header-fields" data-form={form}>
        {shown.map((field, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fields may repeat
          <HeaderLine key={`${form} ${at}`} field={field} />
        ))}
      </dl>
    </section>
  )
}

const holds = ({ name, value }: HeaderField, wanted: string): boolean =>
  name.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted)

const asText = (fields: readonly HeaderField[], form: 'decoded' | 'raw'): string =>
  fields.map(({ name, value }) => `${name}:${form === 'raw' ? value : ` ${value}`}`).join('\n')

// Says that others can read the mail here, until the person has taken note of it.

import './open-warning.css'
import { useQuery } from '@tanstack/react-query'
import { ShieldAlert, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Listener } from '../../src/wire/status.js'
import { statusQuery } from '../server/queries.js'
import { warningText } from '../text/warning.js'
import { IconButton } from '../ui/button.js'
import { isNoted, note } from './noted.js'

export function OpenWarning(): ReactNode {
  const { data } = useQuery(statusQuery)
  const open = data?.openListeners ?? []
  const places = open.map(placeOf).join(', ')
  const [noted, setNoted] = useState('')
  if (places === '' || places === noted || isNoted(places)) return null
  const dismiss = (): void => {
    note(places)
    setNoted(places)
  }
  return (
    <div role="alert" className="open-warning">
      <ShieldAlert aria-hidden size={16} strokeWidth={1.75} />
      <p>
        <strong>{warningText.open}</strong> <span>{warningText.openWhere(places, remediesOf(open))}</span>
      </p>
      <IconButton label={warningText.dismiss} icon={X} onClick={dismiss} />
    </div>
  )
}

const placeOf = ({ protocol, host, port }: Listener): string =>
  `${protocol} ${host.includes(':') ? `[${host}]` : host}:${port}`

const remediesOf = (open: readonly Listener[]): readonly string[] => [
  ...new Set(open.map(({ protocol }) => (protocol === 'http' ? '--http-auth' : '--pop3-auth'))),
]

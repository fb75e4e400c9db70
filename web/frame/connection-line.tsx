// One line above the list while the server does not answer.

import { type ReactNode, useEffect, useRef } from 'react'
import { useConnection } from '../server/connection.js'
import { frameText } from '../text/frame.js'
import { tell } from '../ui/toast.js'
import './connection-line.css'

export function ConnectionLine(): ReactNode {
  const connection = useConnection()
  const wasLost = useRef(false)
  useEffect(() => {
    if (connection === 'live' && wasLost.current) tell(frameText.restored, { timeout: 2500 })
    wasLost.current = connection === 'lost'
  }, [connection])
  return (
    <div role="status" className="connection-line" data-connection={connection}>
      {connection === 'lost' && frameText.lost}
    </div>
  )
}

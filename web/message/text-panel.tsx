// The text of a mail as it stands.

import './text-panel.css'
import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { textQuery } from '../server/queries.js'
import { commonText } from '../text/common.js'
import { messageText } from '../text/message.js'
import { Empty } from '../ui/empty.js'
import type { PanelProps } from './panel.js'

export function TextPanel({ message }: PanelProps): ReactNode {
  const { data: text, isPending } = useQuery(textQuery(message.id))
  if (isPending)
    return (
      <p role="status" className="unseen">
        {commonText.loading}
      </p>
    )
  if (!text) return <Empty icon={FileText} title={messageText.noText} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <pre className="text-panel" dir="auto" tabIndex={0}>
      {text}
    </pre>
  )
}

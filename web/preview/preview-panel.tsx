// The mail as its reader sees it, in a frame in which nothing runs.

import './preview-panel.css'
import { FileCode2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PanelProps } from '../message/panel.js'
import { TextPanel } from '../message/text-panel.js'
import { apiAddress } from '../server/api.js'
import { messageText } from '../text/message.js'
import { Empty } from '../ui/empty.js'
import { hasHtml } from './has-html.js'

export function PreviewPanel({ message }: PanelProps): ReactNode {
  if (!hasHtml(message.parts)) return <TextPanel message={message} />
  if (message.size === 0) return <Empty icon={FileCode2} title={messageText.noHtml} />
  return (
    <iframe
      className="preview-frame"
      title={messageText.previewFrame}
      src={apiAddress(`/v1/messages/${message.id}/view`)}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  )
}

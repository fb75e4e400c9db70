// The mail as its reader sees it, in a frame in which nothing runs.

import './preview-panel.css'
import { useQuery } from '@tanstack/react-query'
import { MonitorDown } from 'lucide-react'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { sizeText } from '../format/size.js'
import type { PanelProps } from '../message/panel.js'
import { TextPanel } from '../message/text-panel.js'
import { apiAddress, type Message } from '../server/api.js'
import { blockedQuery } from '../server/queries.js'
import { messageText } from '../text/message.js'
import { previewText } from '../text/preview.js'
import { Button } from '../ui/button.js'
import { Empty } from '../ui/empty.js'
import { tell } from '../ui/toast.js'
import { frameSandbox } from './frame-sandbox.js'
import { htmlSize } from './has-html.js'
import { PreviewBar } from './preview-bar.js'
import { RemoteBanner } from './remote-banner.js'
import { type Showing, usualShowing, widthOf } from './showing.js'

/** HTML of more octets is drawn only when asked for: it can hold the browser up. */
const drawnOctets = 2_000_000

export function PreviewPanel({ message }: PanelProps): ReactNode {
  const size = htmlSize(message.parts)
  const [isWanted, setWanted] = useState(size <= drawnOctets)
  if (size === 0) return <TextPanel message={message} type="reader" />
  if (isWanted) return <HtmlPreview message={message} isBig={size > drawnOctets} />
  return (
    <Empty icon={MonitorDown} title={previewText.big(sizeText(size))}>
      {previewText.bigHint}
      <Button onClick={() => setWanted(true)}>{previewText.showBig}</Button>
    </Empty>
  )
}

interface HtmlPreviewProps {
  readonly message: Message
  readonly isBig: boolean
}

function HtmlPreview({ message: { id, images }, isBig }: HtmlPreviewProps): ReactNode {
  const [showing, setShowing] = useState<Showing>(usualShowing)
  const [hasRemote, setRemote] = useState(false)
  const [isDrawn, setDrawn] = useState(false)
  const listed = images.filter(({ src }) => /^(?:https?:)?\/\//i.test(src)).length
  const { data: counted = listed } = useQuery({ ...blockedQuery(id), enabled: isDrawn && !isBig })
  const { zoom, isDark, width } = showing
  const query = new URLSearchParams({
    scheme: isDark ? 'dark' : 'light',
    ...(hasRemote && { remote: 'true' }),
  })
  const address = apiAddress(`/v1/messages/${id}/view?${query}`)
  const frame: CSSProperties & Record<'--zoom' | '--frame-width', string> = {
    '--zoom': String(zoom),
    '--frame-width': widthOf(width),
  }
  const print = (): void => {
    open(address, '_blank', 'noopener,noreferrer')
    tell(previewText.printHint)
  }
  return (
    <div className="preview">
      <PreviewBar
        showing={showing}
        onChange={(change) => setShowing({ ...showing, ...change })}
        onPrint={print}
      />
      <RemoteBanner count={counted} isLoaded={hasRemote} onChange={setRemote} />
      <div className="preview-stage" data-width={width}>
        <div className="preview-paper" style={frame}>
          <iframe
            key={address}
            className="preview-frame"
            title={messageText.previewFrame}
            src={address}
            sandbox={frameSandbox}
            referrerPolicy="no-referrer"
            onLoad={() => setDrawn(true)}
          />
        </div>
      </div>
    </div>
  )
}

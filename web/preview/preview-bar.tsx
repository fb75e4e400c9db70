// How wide, how large and in which scheme the mail is shown.

import { Moon, Printer, ZoomIn, ZoomOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { percentText } from '../format/size.js'
import { previewText } from '../text/preview.js'
import { Button, IconButton } from '../ui/button.js'
import { Choice } from '../ui/choice.js'
import { type Showing, zoomed } from './showing.js'

interface PreviewBarProps {
  readonly showing: Showing
  readonly onChange: (change: Partial<Showing>) => void
  readonly onPrint: () => void
}

export const PreviewBar = ({ showing, onChange, onPrint }: PreviewBarProps): ReactNode => (
  <div className="preview-bar" role="toolbar" aria-label={previewText.toolbar}>
    <Choice
      label={previewText.width}
      value={showing.width}
      options={previewText.widths}
      onChange={(width) => onChange({ width })}
    />
    <span className="preview-zoom">
      <IconButton
        label={previewText.zoomOut}
        icon={ZoomOut}
        onClick={() => onChange({ zoom: zoomed(showing.zoom, -1) })}
      />
      <Button
        className="preview-percent"
        aria-label={previewText.zoomReset(percentText(showing.zoom))}
        onClick={() => onChange({ zoom: 1 })}
      >
        {percentText(showing.zoom)}
      </Button>
      <IconButton
        label={previewText.zoomIn}
        icon={ZoomIn}
        onClick={() => onChange({ zoom: zoomed(showing.zoom, 1) })}
      />
    </span>
    <IconButton
      label={previewText.dark}
      icon={Moon}
      aria-pressed={showing.isDark}
      onClick={() => onChange({ isDark: !showing.isDark })}
    />
    <IconButton label={previewText.print} icon={Printer} onClick={onPrint} />
  </div>
)

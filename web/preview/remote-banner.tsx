// Says that pictures from other servers are kept out, and lets them in for this view.

import { Image, ImageOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { countText } from '../format/size.js'
import { previewText } from '../text/preview.js'
import { Button } from '../ui/button.js'

interface RemoteBannerProps {
  readonly count: number
  readonly isLoaded: boolean
  readonly onChange: (isLoaded: boolean) => void
}

export function RemoteBanner({ count, isLoaded, onChange }: RemoteBannerProps): ReactNode {
  if (count === 0) return null
  const Icon = isLoaded ? Image : ImageOff
  const blocked = count === 1 ? previewText.blockedOne : previewText.blocked(countText(count))
  return (
    <div className="remote-banner" role="status">
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      <p>
        {isLoaded ? previewText.loaded : blocked}
        {!isLoaded && <span className="remote-why">{previewText.blockedWhy}</span>}
      </p>
      <Button onClick={() => onChange(!isLoaded)}>{isLoaded ? previewText.block : previewText.load}</Button>
    </div>
  )
}

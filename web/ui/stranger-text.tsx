// A stranger's text in a line: it cannot turn what stands around it, and what nobody could see is shown.

import './stranger-text.css'
import type { ReactNode } from 'react'
import { splitInvisible } from '../format/address.js'

interface StrangerTextProps {
  readonly text: string
  /** characters that are shown of it */
  readonly upTo?: number
  readonly className?: string
}

export function StrangerText({ text, upTo = 500, className }: StrangerTextProps): ReactNode {
  const isCut = text.length > upTo
  return (
    <bdi className={className}>
      {splitInvisible(isCut ? text.slice(0, upTo) : text).map((piece, at) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same character may come again, and the text never changes
          <span key={at} className="hidden-character" title={piece.name}>
            {piece.name}
          </span>
        ),
      )}
      {isCut && '…'}
    </bdi>
  )
}

// A text of any length: in blocks that are laid out when they come into sight, the first of them at once.

import './long-text.css'
import { type ReactNode, useMemo, useState } from 'react'
import { messageText } from '../text/message.js'
import { Button } from './button.js'

interface LongTextProps {
  readonly text: string
  readonly className?: string
  readonly label?: string
  /** how a block is shown that is more than characters */
  readonly show?: (block: string) => ReactNode
}

const asItIs = (block: string): ReactNode => block

const blockLength = 20_000
const blocksAtOnce = 8

export function LongText({ text, className = '', label, show = asItIs }: LongTextProps): ReactNode {
  const [shown, setShown] = useState(blocksAtOnce)
  const blocks = useMemo(() => blocksOf(text), [text])
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <div className={`long-text ${className}`} role="document" aria-label={label} tabIndex={0}>
        {blocks.slice(0, shown).map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
          <pre key={at} dir="auto">
            {show(block)}
          </pre>
        ))}
      </div>
      {blocks.length > shown && (
        <Button className="long-text-more" onClick={() => setShown(shown + blocksAtOnce)}>
          {messageText.showMore}
        </Button>
      )}
    </>
  )
}

/** Cut behind the ends of lines where there are some. */
function blocksOf(text: string): string[] {
  const blocks: string[] = []
  for (let from = 0; from < text.length; ) {
    const most = from + blockLength
    const line = text.lastIndexOf('\n', most)
    const to = most >= text.length ? text.length : line > from ? line + 1 : most
    blocks.push(text.slice(from, to).replace(/\r?\n$/, ''))
    from = to
  }
  return blocks
}

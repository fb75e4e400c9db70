// Copies a text and says so.

import './copy-button.css'
import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { commonText } from '../text/common.js'
import { Button } from './button.js'
import { copyText } from './copy-text.js'
import { tell } from './toast.js'

interface CopyButtonProps {
  readonly text: string
  /** what it copies, for those who hear the page; its words unless given */
  readonly label?: string
}

/** Milliseconds for which it says that it is done. */
const saysSo = 1600

export function CopyButton({ text, label }: CopyButtonProps): ReactNode {
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(() => setDone(false), saysSo)
    return () => clearTimeout(timer)
  }, [isDone])
  const Icon = isDone ? Check : Copy
  const copy = (): void => {
    copyText(text).then(
      () => setDone(true),
      () => tell(commonText.copyFailed, { kind: 'error' }),
    )
  }
  return (
    <Button className="copy-button" aria-label={label} onClick={copy}>
      <Icon aria-hidden size={14} />
      <span aria-live="polite">{isDone ? commonText.copied : commonText.copy}</span>
    </Button>
  )
}

// Copies a text and says so.

import './copy-button.css'
import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { commonText } from '../text/common.js'
import { Button } from './button.js'
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

/** Browsers give the clipboard to secure pages only; a page over plain HTTP from another machine copies the old way. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (!isCopied) throw new Error('the browser does not copy')
}

// An empty frame like those of mails, never shown. Browsers draw such frames in a process of their own, which costs
// more to start than a mail costs to draw; while one frame is there, the process stays for the next.

import './warm-frame.css'
import { type ReactNode, useEffect, useState } from 'react'
import { messageText } from '../text/message.js'
import { frameSandbox } from './frame-sandbox.js'

/** Milliseconds after which the page has what it needs first. */
const calm = 300

export function WarmFrame(): ReactNode {
  const [isWanted, setWanted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), calm)
    return () => clearTimeout(timer)
  }, [])
  return (
    isWanted && (
      <iframe
        className="warm-frame"
        aria-hidden
        tabIndex={-1}
        title={messageText.emptyFrame}
        sandbox={frameSandbox}
        srcDoc="<p>"
      />
    )
  )
}

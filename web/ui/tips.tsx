// The tooltip of whatever has `data-tip`. There is one for the whole page: its words are the element's name already, so it is for eyes only.

import './tips.css'
import { type ReactNode, useEffect, useState } from 'react'

interface Tip {
  readonly text: string
  readonly keys: string
  /** pixels */
  readonly left: number
  readonly top: number
}

/** Milliseconds that a pointer has to rest. */
const rest = 500
const gap = 6
const edge = 80

export function Tips(): ReactNode {
  const [tip, setTip] = useState<Tip>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = (): void => {
      clearTimeout(timer)
      setTip(undefined)
    }
    const show = ({ target, type }: Event): void => {
      hide()
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null
      if (!element) return
      if (type === 'focusin' && !element.matches(':focus-visible')) return
      timer = setTimeout(() => element.isConnected && setTip(tipOf(element)), type === 'focusin' ? 0 : rest)
    }
    const events = { pointerover: show, focusin: show, pointerdown: hide, keydown: hide, scroll: hide }
    for (const [name, listener] of Object.entries(events)) addEventListener(name, listener, true)
    return () => {
      clearTimeout(timer)
      for (const [name, listener] of Object.entries(events)) removeEventListener(name, listener, true)
    }
  }, [])
  if (!tip) return null
  return (
    <div aria-hidden className="tip" style={{ left: tip.left, top: tip.top }}>
      {tip.text}
      {tip.keys && <kbd>{tip.keys}</kbd>}
    </div>
  )
}

/** Below the element, or above it where there is no room. */
function tipOf(element: HTMLElement): Tip {
  const { left, width, bottom, top } = element.getBoundingClientRect()
  const middle = Math.max(edge, Math.min(innerWidth - edge, left + width / 2))
  const isLow = bottom + 40 > innerHeight
  const { tip = '', tipKeys = '' } = element.dataset
  return { text: tip, keys: tipKeys, left: middle, top: isLow ? top - 32 : bottom + gap }
}

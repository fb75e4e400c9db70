// The keyboard in the list: one row is reached with Tab, the arrow keys go on from there (WAI-ARIA roving tabindex).

import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Summary } from '../../src/wire/summary.js'

interface RowFocusOptions {
  readonly messages: readonly Summary[]
  readonly openId: string
  /** brings a row into sight, so that it is on the page */
  readonly showRow: (at: number) => void
}

interface RowFocus {
  /** the row that Tab reaches */
  readonly reachableId: string
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void
}

export function useRowFocus({ messages, openId, showRow }: RowFocusOptions): RowFocus {
  const [focusedId, setFocusedId] = useState('')
  const has = (id: string): boolean => messages.some((message) => message.id === id)
  const reachableId = [focusedId, openId].find((id) => id !== '' && has(id)) ?? messages[0]?.id ?? ''

  // what is opened with j and k stays in sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another open message moves the list
  useEffect(() => {
    const at = messages.findIndex(({ id }) => id === openId)
    if (at >= 0) showRow(at)
    setFocusedId('')
  }, [openId])

  const moveTo = (at: number): void => {
    const next = messages[Math.max(0, Math.min(messages.length - 1, at))]
    if (!next) return
    setFocusedId(next.id)
    showRow(messages.indexOf(next))
    requestAnimationFrame(() => linkOf(next.id)?.focus({ preventScroll: true }))
  }
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const at = messages.findIndex(({ id }) => id === rowOf(event.target))
    const step = steps.get(event.key)
    if (at < 0 || step === undefined) return
    event.preventDefault()
    moveTo(at + step)
  }
  return { reachableId, onKey }
}

const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 10],
  ['PageUp', -10],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
])

const rowOf = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-message]')?.dataset.message : undefined

const linkOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"] a`)

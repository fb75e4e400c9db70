// Who answers to which shortcut right now.

import { useEffect } from 'react'
import type { ShortcutName } from './table.js'

const handlers = new Map<ShortcutName, readonly (() => void)[]>()

/** Answers to a shortcut for as long as the component is on the page; the latest one has the word. `undefined` answers to nothing. */
export function useShortcut(name: ShortcutName, run: (() => void) | undefined): void {
  useEffect(() => {
    if (!run) return
    handlers.set(name, [...(handlers.get(name) ?? []), run])
    return () => {
      const others = (handlers.get(name) ?? []).filter((one) => one !== run)
      handlers.set(name, others)
    }
  }, [name, run])
}

/** Whether somebody would answer. */
export const hasShortcut = (name: ShortcutName): boolean => (handlers.get(name)?.length ?? 0) > 0

/** Whether somebody answered. */
export function runShortcut(name: ShortcutName): boolean {
  const run = handlers.get(name)?.at(-1)
  run?.()
  return run !== undefined
}

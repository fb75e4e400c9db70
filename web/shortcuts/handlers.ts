// Who answers to which shortcut right now.

import { useEffect } from 'react'
import type { ShortcutName } from './table.js'

const handlers = new Map<ShortcutName, (() => void)[]>()

/** Answers to a shortcut for as long as the component is on the page; the latest one has the word. */
export function useShortcut(name: ShortcutName, run: () => void): void {
  useEffect(() => {
    const others = handlers.get(name) ?? []
    handlers.set(name, [...others, run])
    return () => {
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((one) => one !== run),
      )
    }
  }, [name, run])
}

/** Whether somebody answered. */
export function runShortcut(name: ShortcutName): boolean {
  const run = handlers.get(name)?.at(-1)
  run?.()
  return run !== undefined
}

// Listens to the keyboard. Keys that are typed into a field belong to the field.

import { type ReactNode, useEffect } from 'react'
import { runShortcut } from './handlers.js'
import { shortcuts } from './table.js'

/** Milliseconds between the keys of one shortcut. */
const patience = 1200

export function ShortcutKeys(): ReactNode {
  useEffect(() => {
    let typed: readonly string[] = []
    let since = 0
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return
      typed = event.timeStamp - since > patience ? [event.key] : [...typed, event.key]
      since = event.timeStamp
      const found = shortcuts.find(({ keys }) => endsWith(typed, keys))
      if (!found || !runShortcut(found.name)) return
      typed = []
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return null
}

const endsWith = (typed: readonly string[], keys: readonly string[]): boolean =>
  keys.every((key, at) => typed[typed.length - keys.length + at] === key)

const isTyping = ({ target, key }: KeyboardEvent): boolean => {
  if (!(target instanceof HTMLElement) || key === 'Escape') return false
  return target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]')
}

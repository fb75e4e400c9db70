// Listens to the keyboard. Keys that are typed into a field belong to the field, and an open sheet has them all.

import { type ReactNode, useEffect } from 'react'
import { hasShortcut, runShortcut } from './handlers.js'
import { shortcuts } from './table.js'

/** Milliseconds between the keys of one shortcut. */
const patience = 1200

export function ShortcutKeys(): ReactNode {
  useEffect(() => {
    let typed: readonly string[] = []
    let since = 0
    const onKey = (event: KeyboardEvent): void => {
      const key = nameOf(event)
      if (key === '' || event.defaultPrevented || isElsewhere(event)) return
      typed = event.timeStamp - since > patience ? [key] : [...typed.slice(-2), key]
      since = event.timeStamp
      const found = shortcuts.find(({ name, keys }) => endsWith(typed, keys) && hasShortcut(name))
      if (!found) return
      typed = []
      event.preventDefault()
      runShortcut(found.name)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return null
}

/** `j`, `Mod+k`; `''` for what no shortcut uses. */
function nameOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  if (altKey || key === 'Shift') return ''
  return ctrlKey || metaKey ? `Mod+${key.toLowerCase()}` : key
}

const endsWith = (typed: readonly string[], keys: readonly string[]): boolean =>
  keys.length <= typed.length && keys.every((key, at) => typed[typed.length - keys.length + at] === key)

function isElsewhere(event: KeyboardEvent): boolean {
  const { target } = event
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true
  if (!(target instanceof HTMLElement) || nameOf(event).startsWith('Mod+')) return false
  if (target.isContentEditable || target.matches('textarea, select, [role="textbox"]')) return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}

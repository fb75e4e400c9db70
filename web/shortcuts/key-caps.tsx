// A shortcut as it is written: caps, with "then" between keys that follow each other.

import './key-caps.css'
import { Fragment, type ReactNode } from 'react'
import { shortcutText } from '../text/shortcuts.js'

const isMac = /^Mac|^iP/.test(navigator.platform)
const names: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Esc'],
  ['Mod', isMac ? '⌘' : 'Ctrl'],
])

export const Keys = ({ keys }: { readonly keys: readonly string[] }): ReactNode => (
  <span className="keys">
    {keys.map((key, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the keys of a shortcut never change
      <Fragment key={at}>
        {at > 0 && <small>{shortcutText.followedBy}</small>}
        {capsOf(key).map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
      </Fragment>
    ))}
  </span>
)

/** `J` is Shift and j. */
const capsOf = (key: string): string[] => {
  if (/^[A-Z]$/.test(key)) return ['Shift', key]
  return key.split('+').map((part) => names.get(part) ?? part.toUpperCase())
}

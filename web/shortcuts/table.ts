// Every shortcut, in one table: the keys, the help sheet and the palette come from it.

import type { shortcutText } from '../text/shortcuts.js'

/** What a shortcut does; who can do it says so with `useShortcut`. Where two have the same keys, the first that is answered wins. */
export const shortcuts = [
  { name: 'stopChoosing', keys: ['Escape'], group: 'messages' },
  { name: 'next', keys: ['j'], group: 'moving' },
  { name: 'previous', keys: ['k'], group: 'moving' },
  { name: 'close', keys: ['Escape'], group: 'moving' },
  { name: 'search', keys: ['/'], group: 'moving' },
  { name: 'goInbox', keys: ['g', 'i'], group: 'moving' },
  { name: 'goUnread', keys: ['g', 'u'], group: 'moving' },
  { name: 'choose', keys: ['x'], group: 'messages' },
  { name: 'chooseDown', keys: ['J'], group: 'messages' },
  { name: 'chooseUp', keys: ['K'], group: 'messages' },
  { name: 'chooseAll', keys: ['*', 'a'], group: 'messages' },
  { name: 'unread', keys: ['u'], group: 'messages' },
  { name: 'delete', keys: ['#'], group: 'messages' },
  { name: 'palette', keys: ['Mod+k'], group: 'page' },
  { name: 'settings', keys: ['g', 's'], group: 'page' },
  { name: 'help', keys: ['?'], group: 'page' },
] as const satisfies readonly Shortcut[]

interface Shortcut {
  readonly name: keyof typeof shortcutText.does
  /** pressed one after the other; `Mod` is Control, or Command where there is one */
  readonly keys: readonly string[]
  readonly group: keyof typeof shortcutText.groups
}

export type ShortcutName = (typeof shortcuts)[number]['name']

// Every shortcut, in one table: the keys, the help sheet and the palette come from it.

/** What a shortcut does; who can do it says so with `useShortcut`. */
export const shortcuts = [
  { name: 'next', keys: ['j'], text: 'Next message', group: 'Moving' },
  { name: 'previous', keys: ['k'], text: 'Previous message', group: 'Moving' },
  { name: 'open', keys: ['Enter'], text: 'Open', group: 'Moving' },
  { name: 'close', keys: ['Escape'], text: 'Back to the list', group: 'Moving' },
  { name: 'search', keys: ['/'], text: 'Search', group: 'Moving' },
  { name: 'goInbox', keys: ['g', 'i'], text: 'All mail', group: 'Moving' },
] as const satisfies readonly Shortcut[]

interface Shortcut {
  readonly name: string
  /** pressed one after the other */
  readonly keys: readonly string[]
  readonly text: string
  readonly group: string
}

export type ShortcutName = (typeof shortcuts)[number]['name']

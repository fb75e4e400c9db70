// What the palette says.

export const paletteText = {
  title: 'Find a command',
  field: 'Command, inbox, tag or search',
  found: 'Found',
  nothing: 'Nothing found',
  command: '',
  search: 'Search',
  inbox: 'Inbox',
  tag: 'Tag',
  theme: (name: string) => `Theme: ${name}`,
}

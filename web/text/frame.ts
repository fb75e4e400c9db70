// What the frame of the page says.

export const frameText = {
  skipToList: 'Skip to the list',
  menu: 'Inboxes',
  list: 'Messages',
  back: 'Back to the list',
  resizeSidebar: 'Width of the inboxes',
  resizeList: 'Width of the list',
  connecting: 'Connecting…',
  lost: 'Connection lost. Trying again…',
  restored: 'Connected again',
  settings: 'Settings',
  help: 'Keyboard shortcuts',
  unread: (count: string) => `(${count}) `,
}

// What the shortcuts are called.

export const shortcutText = {
  title: 'Keyboard shortcuts',
  followedBy: 'then',
  groups: { moving: 'Moving', messages: 'Messages', page: 'The page' },
  does: {
    next: 'Next message',
    previous: 'Previous message',
    close: 'Back to the list',
    search: 'Search',
    goInbox: 'Go to all mail',
    goUnread: 'Go to unread mail',
    stopChoosing: 'Clear the selection',
    choose: 'Select the message',
    chooseDown: 'Select downwards',
    chooseUp: 'Select upwards',
    chooseAll: 'Select all that is loaded',
    unread: 'Mark as unread',
    delete: 'Delete',
    palette: 'Find a command',
    settings: 'Settings',
    help: 'These shortcuts',
  },
}

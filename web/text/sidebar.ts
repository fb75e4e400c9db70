// What the sidebar says.

export const sidebarText = {
  label: 'Inboxes, searches and tags',
  inboxes: 'Inboxes',
  all: 'All mail',
  unread: 'Unread',
  tags: 'Tags',
  saved: 'Saved searches',
  unreadCount: (count: string) => `${count} unread`,
}

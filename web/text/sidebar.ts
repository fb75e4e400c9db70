// What the sidebar says.

export const sidebarText = {
  label: 'Inboxes, searches and tags',
  inboxes: 'Inboxes',
  all: 'All mail',
  unread: 'Unread',
  tags: 'Tags',
  saved: 'Saved searches',
  filter: 'Filter inboxes',
  moreInboxes: (count: string) => `${count} more: type to find them`,
  changeInbox: (name: string) => `Change inbox ${name}`,
  deleteInbox: (name: string) => `Delete ${name}`,
  deleteInboxQuestion: (name: string) =>
    `Delete the inbox ${name} with its mail? Mail that lies in other inboxes too stays there.`,
  searchName: 'Name of the search',
  changeSearch: (name: string) => `Change ${name}`,
  rename: 'Rename',
  forget: 'Remove',
  unreadCount: (count: string) => `${count} unread`,
}

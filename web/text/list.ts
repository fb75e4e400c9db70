// What the list of mail says.

export const listText = {
  label: 'Messages',
  search: 'Search mail',
  searchHint: 'Search',
  clearSearch: 'Clear the search',
  noSubject: '(no subject)',
  noSender: '(no sender)',
  to: (people: string) => `to ${people}`,
  attachments: (count: string) => `${count} attached`,
  problems: (count: string) => `${count} problems`,
  unread: 'Unread',
  arrived: (count: string) => `${count} new`,
  loading: 'Loading…',
  count: (count: string) => `${count} messages`,
  emptyTitle: 'No mail here yet',
  emptyInbox: (inbox: string) => `Nothing has come to ${inbox} yet.`,
  nothingFound: 'Nothing matches this search',
  failed: 'The list could not be read',
  tryAgain: 'Try again',
}

// What the search box says, and the fields of the search language.

export const searchText = {
  suggestions: 'Completions',
  help: 'What can be searched',
  /** in the order in which a newcomer needs them */
  fields: [
    { text: 'from:', says: 'who sent it', example: 'from:*@example.com' },
    { text: 'to:', says: 'who it is for', example: 'to:ada@example.com' },
    { text: 'recipient:', says: 'any recipient', example: 'recipient:@example.com' },
    { text: 'subject:', says: 'words of the subject', example: 'subject:welcome' },
    { text: 'body:', says: 'words of the text', example: 'body:"your code"' },
    { text: 'inbox:', says: 'in this inbox', example: 'inbox:w1' },
    { text: 'tag:', says: 'with this tag', example: 'tag:urgent' },
    { text: 'has:attachment', says: 'with a file', example: 'has:attachment' },
    { text: 'filename:', says: 'name of a file', example: 'filename:*.pdf' },
    { text: 'is:unread', says: 'not looked at yet', example: 'is:unread' },
    { text: 'is:read', says: 'looked at', example: 'is:read' },
    { text: 'after:', says: 'came after', example: 'after:2026-01-31' },
    { text: 'before:', says: 'came before', example: 'before:2026-01-31T12:00:00Z' },
    { text: 'larger:', says: 'larger than', example: 'larger:1MB' },
    { text: 'smaller:', says: 'smaller than', example: 'smaller:20kB' },
    { text: 'cc:', says: 'in copy', example: 'cc:bob@example.com' },
    { text: 'bcc:', says: 'in blind copy', example: 'bcc:audit@example.com' },
    { text: 'header:', says: 'a header field', example: 'header:X-Mailer=Acme' },
    { text: 'message-id:', says: 'this Message-ID', example: 'message-id:<1@example.com>' },
  ],
  also: [
    { example: '-subject:test', says: 'not this' },
    { example: '(from:ada OR from:bob) invoice', says: 'either, and also' },
    { example: 'conf* "your order"', says: 'a beginning, a phrase' },
  ],
}

// What the pane of one mail says.

import type { Tab } from '../place/place.js'

export const messageText = {
  label: 'Message',
  none: 'No message selected',
  noneHint: 'Choose one from the list, or press j.',
  gone: 'This message is not here any more',
  goneHint: 'It was deleted, or a limit of the store removed it.',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  bcc: 'Bcc',
  replyTo: 'Reply to',
  date: 'Date',
  inbox: 'Inbox',
  received: 'Received',
  noSubject: '(no subject)',
  noSender: '(no sender)',
  more: (count: string) => `${count} more`,
  fewer: 'Show fewer',
  routedBy: (how: string) => `routed by ${how}`,
  tabs: {
    preview: 'Preview',
    text: 'Text',
    source: 'Source',
    headers: 'Headers',
    parts: 'Parts',
    attachments: 'Attachments',
    links: 'Links & codes',
    problems: 'Problems',
    session: 'Session',
    test: 'Test this',
  } satisfies Record<Tab, string>,
  noHtml: 'This mail has no HTML part',
  noText: 'This mail has no text',
  previewFrame: 'The mail as its reader sees it',
}

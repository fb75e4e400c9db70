// What the tabs of a mail say, but for preview and problems.

export const sourceText = {
  label: 'Source of the message',
  find: 'Find',
  foldAll: 'Fold parts',
  unfoldAll: 'Unfold all',
  wrap: 'Wrap lines',
  first: (shown: string, whole: string) => `The first ${shown} of ${whole}.`,
  loading: (percent: string) => `Loading ${percent}`,
}

export const headersText = {
  filter: 'Filter header fields',
  form: 'Form',
  forms: { decoded: 'Decoded', raw: 'Raw' },
  copyAll: 'Copy all header fields',
  copyOne: (name: string) => `Copy ${name}`,
  none: 'No header field matches',
  empty: 'This mail has no header fields',
  whole: 'Show all of it',
}

export const partsText = {
  label: 'Parts of the message',
  download: (name: string) => `Download ${name}`,
  attached: 'attachment',
  inline: 'inline',
  root: 'whole message',
}

export const attachmentsText = {
  none: 'No attachments',
  noneHint: 'Files that a mail carries are shown here.',
  all: 'Download all',
  download: (name: string) => `Download ${name}`,
  unnamed: 'without a name',
  preview: (name: string) => `Preview of ${name}`,
  show: 'Show',
  hide: 'Hide',
  inline: 'inline',
  isPdf: 'Browsers do not show PDF files in a frame in which nothing may run. Download it to look at it.',
  noPreview: 'There is no preview of this kind of file.',
  beginning: (shown: string) => `These are the first ${shown}.`,
  sha256: 'SHA-256',
}

export const linksText = {
  codes: 'Codes',
  links: 'Links',
  unsubscribe: 'List unsubscribe',
  oneClick: 'One click (RFC 8058)',
  noneTitle: 'No links and no codes',
  noneHint: 'Addresses to follow and codes to type would be listed here.',
  copyCode: (code: string) => `Copy code ${code}`,
  copyLink: (href: string) => `Copy ${href}`,
  confidence: (percent: string) => `${percent} sure`,
  differs: (shown: string, real: string) => `shows ${shown}, leads to ${real}`,
  unsafe: 'is not followed from here',
  noWords: '(no words)',
  more: (count: string) => `${count} more`,
}

export const sessionText = {
  none: 'There was no connection',
  noneHint: (via: string) => `The message came by ${via}, not over SMTP.`,
  label: 'Conversation',
  who: { client: 'Client', server: 'Server', note: 'Note' },
  remote: 'From',
  helo: 'HELO',
  tls: 'TLS',
  noTls: 'none',
  user: 'User',
  started: 'Started',
  lasted: 'Lasted',
  open: 'still open',
  attempts: 'Attempts with this Message-ID',
  thisOne: 'this message',
  truncated: 'The rest of the conversation was not kept.',
  gone: 'The transcript of this connection is not kept any more',
}

// Where a person is on the page, as an address: inbox, search, message and tab. Pure.

export const tabs = [
  'preview',
  'text',
  'source',
  'headers',
  'parts',
  'attachments',
  'links',
  'problems',
  'session',
  'test',
] as const

export type Tab = (typeof tabs)[number]

export interface Place {
  /** `''` for all mail */
  readonly inbox: string
  /** search text */
  readonly q: string
  /** `''` while none is open */
  readonly messageId: string
  readonly tab: Tab
}

export const home: Place = { inbox: '', q: '', messageId: '', tab: 'preview' }

/** @param path below the base path: `/inboxes/w1/messages/0abc/headers` */
export function readPlace(path: string, search: string): Place {
  const found = /^(?:\/inboxes\/([^/]+))?(?:\/messages\/([^/]+)(?:\/([^/]+))?)?\/?$/.exec(path)
  const [, inbox = '', messageId = '', tab = ''] = found ?? []
  return {
    inbox: decoded(inbox),
    q: new URLSearchParams(search).get('q') ?? '',
    messageId: decoded(messageId),
    tab: tabs.find((known) => known === tab) ?? 'preview',
  }
}

/** The address of a place; `readPlace` gives the place back. */
export function addressOf({ inbox, q, messageId, tab }: Place): string {
  const inInbox = inbox === '' ? '' : `/inboxes/${encodeURIComponent(inbox)}`
  const tabPart = tab === 'preview' ? '' : `/${tab}`
  const ofMessage = messageId === '' ? '' : `/messages/${encodeURIComponent(messageId)}${tabPart}`
  const query = q === '' ? '' : `?${new URLSearchParams({ q })}`
  return `${inInbox}${ofMessage || (inInbox === '' ? '/' : '')}${query}`
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

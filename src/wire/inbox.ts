// An inbox and how to reach it.

export interface InboxLogin {
  readonly user: string
}

export interface Inbox {
  readonly name: string
  readonly messages: number
  readonly unread: number
  /** RFC 3339 UTC; `null` while it is empty */
  readonly newestAt: string | null
  /** RFC 3339 UTC; `null` where it stays */
  readonly expiresAt: string | null
  /** mail to these addresses lands here: `*@w1.mailhold.test` */
  readonly address: string
  /** mail sent with this user name, and any password, lands here */
  readonly smtp: InboxLogin
  readonly pop3: InboxLogin
  /** absolute path of its messages */
  readonly url: string
}

export interface InboxList {
  readonly inboxes: readonly Inbox[]
}

export interface Tag {
  readonly name: string
  readonly messages: number
}

export interface TagList {
  readonly tags: readonly Tag[]
}

export interface Cursor {
  readonly cursor: string
}

// An inbox and how to reach it.

export interface InboxLogin {
  readonly user: string
  /** the first listener with that user name, and a password where any will do, `smtp://w1:any@127.0.0.1:1025`; `null` while nobody can log in */
  readonly url: string | null
}

/** The JSON body of `POST /v1/inboxes`; a fresh name unless one is given. */
export interface NewInbox {
  readonly name?: string
  /** what a fresh name begins with: `w3` gives `w3-k9f2q7x1` */
  readonly prefix?: string
  /** how long it stays: `30m` */
  readonly ttl?: string
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

// How the server is: `/v1/status`, and the `status` event.

export interface Listener {
  /** `smtp`, `smtps`, `pop3`, `pop3s` or `http` */
  readonly protocol: string
  readonly host: string
  readonly port: number
}

/** Every limit is finite. */
export interface Limits {
  /** octets */
  readonly maxMessageSize: number
  /** per message */
  readonly maxRecipients: number
  /** open at once */
  readonly maxConnections: number
  readonly maxMessages: number
  /** seconds */
  readonly maxAge: number
  /** octets */
  readonly maxStoreSize: number
}

export interface Counts {
  readonly messages: number
  readonly unread: number
  /** SMTP sessions that are open */
  readonly openSessions: number
  /** SMTP transactions between MAIL and the last reply */
  readonly openTransactions: number
}

/** Messages that were removed to keep a limit. */
export interface Evictions {
  readonly maxMessages: number
  readonly maxAge: number
  readonly maxStoreSize: number
}

export interface Store {
  readonly name: string
  readonly location: string
}

export interface Status {
  readonly version: string
  readonly label: string
  /** RFC 3339 UTC */
  readonly startedAt: string
  /** seconds */
  readonly uptime: number
  readonly listeners: readonly Listener[]
  /** those of them on which other machines read mail without a password */
  readonly openListeners: readonly Listener[]
  readonly limits: Limits
  readonly counts: Counts
  readonly store: Store
  /** octets on disk */
  readonly storeSize: number
  /** octets of all messages as received */
  readonly messageSize: number
  readonly evictions: Evictions
  readonly cursor: string
}

export interface Ready {
  readonly status: 'ok'
}

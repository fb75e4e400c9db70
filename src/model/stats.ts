// Numbers that tell how the store stands.

/** Finite limits on what is kept; retention removes the oldest mail beyond them, never mail under five minutes old. */
export interface RetentionLimits {
  readonly maxMessages: number
  /** milliseconds */
  readonly maxAge: number
  /** octets of bodies and index as stored */
  readonly maxStoreSize: number
}

export interface Evictions {
  readonly maxMessages: number
  readonly maxAge: number
  readonly maxStoreSize: number
}

export interface StoreStats {
  readonly messages: number
  readonly unread: number
  /** octets on disk */
  readonly storeSize: number
  /** octets of all messages as received */
  readonly messageSize: number
  /** messages removed by retention since the store was made */
  readonly evictions: Evictions
  readonly newestSeq: number
}

export interface InboxStats {
  readonly name: string
  readonly messages: number
  readonly unread: number
  /** when its newest message came, milliseconds since 1970 */
  readonly newestAt?: number
}

// A message in a list.

/** `{"name": "Ada", "address": "ada@example.com"}`; `name` is `""` where none was given. */
export interface Address {
  readonly name: string
  readonly address: string
}

/** What SMTP was told; addresses only. `from` is `""` for the null reverse path. */
export interface EnvelopeAddresses {
  readonly from: string
  readonly to: readonly string[]
}

export interface Summary {
  readonly id: string
  /** its place in the order in which messages were committed */
  readonly cursor: string
  readonly inboxes: readonly string[]
  readonly from: Address | null
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  /** recipients that only the envelope names are listed here too */
  readonly bcc: readonly Address[]
  readonly replyTo: readonly Address[]
  readonly envelope: EnvelopeAddresses
  readonly subject: string
  /** the first words of the text */
  readonly snippet: string
  /** the Date field, RFC 3339 UTC; `null` where it is missing or unreadable */
  readonly date: string | null
  /** RFC 3339 UTC */
  readonly receivedAt: string
  /** octets as received */
  readonly size: number
  readonly attachmentCount: number
  readonly problemCount: number
  readonly read: boolean
  readonly tags: readonly string[]
  /** absolute path of the whole message */
  readonly url: string
}

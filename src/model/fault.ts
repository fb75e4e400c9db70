// A fault rule: a misbehaviour that a test asks for, and when it is wanted.

/** Where in an SMTP session something can go wrong, in the order of a session; `accept` is the reply to the whole message. */
export const faultStages = ['connect', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'accept'] as const

export type FaultStage = (typeof faultStages)[number]

/** Whom it is for; every member that is given must hold. */
export interface FaultWhere {
  readonly inbox?: string
  /** an address, `@example.com` or a pattern with `*`; one of the recipients must be so */
  readonly recipient?: string
  /** the same for MAIL FROM */
  readonly sender?: string
}

/** What happens instead. Exactly one member is given. */
export interface FaultAction {
  /** a refusal: `451 4.3.0 try later` */
  readonly reply?: string
  /** how long the reply is held back: `2s` */
  readonly delay?: string
  /** the connection is closed without a reply */
  readonly drop?: true
  /** the message is kept, and the connection closed before its 250 */
  readonly dropAfterKeep?: true
}

/** As users write it. */
export interface NewFault {
  readonly where?: FaultWhere
  readonly stage: FaultStage
  readonly do: FaultAction
  /** how often it fires; for ever unless given */
  readonly times?: number
  /** how many occasions pass before the first time */
  readonly after?: number
  /** of a hundred occasions it fires at about so many; at every one unless given */
  readonly chance?: number
}

/** A rule and what has become of it. */
export interface Fault extends NewFault {
  readonly id: string
  readonly where: FaultWhere
  readonly after: number
  /** how often it fired */
  readonly fired: number
  /** how often it will fire yet; absent: for ever */
  readonly left?: number
  /** milliseconds since 1970 */
  readonly createdAt: number
}

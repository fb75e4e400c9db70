// Fault rules: misbehaviours that a test asks for.

export type FaultStage = 'connect' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'accept'

/** Whom it is for; every member that is given must hold. */
export interface FaultWhere {
  readonly inbox?: string
  /** an address, `@example.com` or a pattern with `*` */
  readonly recipient?: string
  readonly sender?: string
}

/** What happens instead; exactly one member. */
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

/** The JSON body of `POST /v1/faults`. */
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

export interface Fault {
  readonly id: string
  readonly where: FaultWhere
  readonly stage: FaultStage
  readonly do: FaultAction
  /** `null`: for ever */
  readonly times: number | null
  readonly after: number
  /** of a hundred; 100: at every occasion */
  readonly chance: number
  /** how often it fired */
  readonly fired: number
  /** how often it will fire yet; `null`: for ever */
  readonly left: number | null
  /** RFC 3339 UTC */
  readonly createdAt: string
  /** absolute path */
  readonly url: string
}

/** Oldest first, which is the order in which they are asked. */
export interface FaultList {
  readonly faults: readonly Fault[]
}

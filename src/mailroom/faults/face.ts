// What heads may ask of fault rules.

import type { EnvelopeRecipient } from '../../model/envelope.js'
import type { Fault, FaultStage, NewFault } from '../../model/fault.js'
import type { InboxName } from '../../model/ids.js'

/** Where a session stands when a rule could fire: as much as is known by then. */
export interface FaultMoment {
  readonly stage: FaultStage
  /** the inbox that the listener was opened for */
  readonly listenerInbox?: InboxName
  /** the AUTH user name */
  readonly user?: string
  /** the address of MAIL FROM */
  readonly sender?: string
  /** at `rcpt` the one that is named; later all */
  readonly recipients?: readonly Pick<EnvelopeRecipient, 'address'>[]
  /** where the message will lie, once that is certain */
  readonly inboxes?: readonly InboxName[]
}

/** One rule that fired, or an address that asked for its own refusal. */
export interface Firing {
  /** the rule's id; absent for an address */
  readonly rule?: string
  /** what it does, in plain words with the rule's name, for transcripts */
  readonly told: string
}

/** How a rule ends what the client began. `reply` is the whole line. */
export type FaultEnd =
  | { readonly is: 'reply'; readonly reply: string; readonly rule?: string }
  | { readonly is: 'drop'; readonly rule: string }
  | { readonly is: 'dropAfterKeep'; readonly rule: string }

export interface Fired {
  /** milliseconds to wait before anything else happens */
  readonly delay: number
  readonly firings: readonly Firing[]
  /** absent: things go on as ever */
  readonly end?: FaultEnd
}

/** Rules live in memory: they end with the process. */
export interface Faults {
  /** @throws MailholdError `badInput` with the path of what is wrong, `tooMany` */
  addFault(fault: NewFault): Fault
  /** oldest first; only those of one inbox when it is given */
  faults(inbox?: string): readonly Fault[]
  fault(id: string): Fault | undefined
  /** whether there was such a rule */
  removeFault(id: string): boolean
  /** All of them, or those that name that inbox; returns how many. */
  removeFaults(inbox?: string): number
  /** Whether any rule waits for that stage. */
  firesAt(stage: FaultStage): boolean
  /** Counts the occasion and fires what is due, at once: two clients never share one firing. */
  fire(moment: FaultMoment): Fired
}

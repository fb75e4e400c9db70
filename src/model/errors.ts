// Every way in which Mailhold says no. Heads turn a code into a reply or a status, each in one table of its own.

/** What went wrong, for programs. */
export type ErrorCode =
  /** a value from outside has the wrong form; `details` say which and what would be right */
  | 'badInput'
  /** what was asked for does not exist */
  | 'notFound'
  /** the message is larger than `--max-message-size` */
  | 'tooBig'
  /** the disk or the store is full, now or nearly */
  | 'storeFull'
  /** the store failed; trying again later may help */
  | 'storeFailed'
  /** another process holds the store */
  | 'storeInUse'
  /** the store was written by a newer Mailhold */
  | 'storeTooNew'
  /** the store's file is damaged */
  | 'storeDamaged'
  /** the maildrop is open in another session */
  | 'locked'
  /** a limit on how many at once was reached */
  | 'tooMany'
  /** the name or the password is wrong */
  | 'notAuthenticated'
  /** Mailhold is stopping */
  | 'stopping'

/** What a person or program needs to mend bad input. */
export interface ErrorDetails {
  /** the wrong member or option, as its user writes it: `expectations[1].match.subject`, `q`, `--pop3` */
  readonly path?: string
  /** where in the text the mistake stands, in UTF-16 units from 0 */
  readonly position?: number
  /** what was probably meant */
  readonly suggestion?: string
  /** any more facts, as plain JSON values */
  readonly [fact: string]: unknown
}

/** The one error class: `message` is a sentence for a person and safe to show. */
export class MailholdError extends Error {
  override readonly name = 'MailholdError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

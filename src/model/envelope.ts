// What the SMTP client said around a message (RFC 5321 §2.3.1): who it is from, whom it is for, and with which parameters.

import type { InboxName } from './ids.js'

/** An ESMTP parameter as it was sent: `SIZE=120`, `SMTPUTF8`. Names are upper case, `value` is absent where none was given. */
export interface EsmtpParameter {
  readonly name: string
  readonly value?: string
}

/** MAIL FROM. `address` is `''` for the null reverse path `<>`. */
export interface ReversePath {
  /** the address without angle brackets and source route */
  readonly address: string
  /** what stood between the angle brackets, unchanged */
  readonly raw: string
  readonly parameters: readonly EsmtpParameter[]
}

/** One RCPT TO; a repeated one is kept as often as it was sent, in order. */
export interface EnvelopeRecipient {
  readonly address: string
  readonly raw: string
  readonly parameters: readonly EsmtpParameter[]
}

export interface Envelope {
  readonly from: ReversePath
  readonly to: readonly EnvelopeRecipient[]
}

/** Why a copy lies in the inbox it lies in; an open set of words. */
export type RoutedBy = 'listener' | 'header' | 'subdomain' | 'auth' | 'default' | (string & {})

/** One message in one inbox, with the recipients whose copies it stands for (places in `Envelope.to`). */
export interface Delivery {
  readonly inbox: InboxName
  readonly routedBy: RoutedBy
  /** indexes into `Envelope.to`, ascending */
  readonly recipients: readonly number[]
}

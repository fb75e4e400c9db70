// What all connections of the SMTP head share.

import type { Mailroom } from '../mailroom/mailroom.js'
import type { SmtpOptions } from './options.js'

/** The part of the mailroom that this head uses. */
export type SmtpMailroom = Pick<
  Mailroom,
  'receive' | 'checkRoom' | 'openTransaction' | 'openSession' | 'noteRejection' | 'fire' | 'firesAt'
>

export interface Head {
  readonly mailroom: SmtpMailroom
  readonly options: SmtpOptions
  readonly isStopping: boolean
  /** connections that are open now, on all listeners */
  readonly connectionCount: number
}

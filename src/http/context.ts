// What every route may use.

import type { Mailroom } from '../mailroom/mailroom.js'
import type { HttpOptions } from './options.js'
import type { Forming } from './wire-form/former.js'

export interface Context {
  readonly mailroom: Mailroom
  readonly options: HttpOptions
  readonly forming: Forming
  /** aborted when the server begins to stop: event streams and waits end */
  readonly stopping: AbortSignal
}

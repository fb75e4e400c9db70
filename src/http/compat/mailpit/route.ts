// What a file of Mailpit's routes is given.

import type { App } from '../../app.js'
import type { Context } from '../../context.js'

/** Whose paths stand beside Mailpit's. */
export interface Beside {
  readonly mailhog: boolean
}

export type MailpitRoute = (scope: App, context: Context, beside: Beside) => void

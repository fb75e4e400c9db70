// What a file of MailDev's routes is given.

import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import type { Family } from './family.js'

export type MaildevRoute = (scope: App, context: Context, family: Family) => void

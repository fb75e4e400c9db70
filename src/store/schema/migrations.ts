// Every migration in order; the place in this list is the version that the database has afterwards.

import { first } from './first.js'

export const migrations: readonly string[] = [first]

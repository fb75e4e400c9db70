// A message that was removed elsewhere while the maildrop is open.

import { type Reply, refuse } from './reply.js'

/** RFC 3206 §4: the snapshot still lists it; the next session will not. */
export const gone = (number: number): Reply =>
  refuse(`message ${number} was removed elsewhere since you logged in`, 'SYS/TEMP')

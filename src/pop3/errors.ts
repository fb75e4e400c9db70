// The one place where an error becomes a reply.

import { type ErrorCode, MailholdError } from '../model/errors.js'
import { type Reply, type ResponseCode, refuse } from './reply.js'

/** RFC 3206 and RFC 2449 §8 know four codes; what is not listed is plain `-ERR`. */
const codes: Partial<Record<ErrorCode, ResponseCode>> = {
  locked: 'IN-USE',
  notAuthenticated: 'AUTH',
  storeFailed: 'SYS/TEMP',
  storeFull: 'SYS/TEMP',
  stopping: 'SYS/TEMP',
  storeDamaged: 'SYS/PERM',
  tooMany: 'SYS/TEMP',
}

/** `undefined` for an error that nobody foresaw: it is logged, and the client is told nothing of it. */
export function replyTo(error: unknown): Reply | undefined {
  if (!(error instanceof MailholdError)) return undefined
  const reply = refuse(error.message, codes[error.code])
  return error.code === 'badInput' ? { ...reply, triesPatience: true } : reply
}

export const internalError: Reply = refuse(
  'something went wrong here; the log of mailhold says what',
  'SYS/TEMP',
)

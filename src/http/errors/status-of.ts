// The one table from error codes to HTTP statuses.

import type { ErrorCode } from '../../model/errors.js'

export const statusOf: Readonly<Record<ErrorCode, number>> = {
  badInput: 400,
  notFound: 404,
  tooBig: 413,
  storeFull: 507,
  storeFailed: 503,
  storeInUse: 503,
  storeTooNew: 500,
  storeDamaged: 500,
  locked: 409,
  tooMany: 503,
  notAuthenticated: 401,
  stopping: 503,
}

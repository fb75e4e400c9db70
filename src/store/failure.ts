// Turns what SQLite and the file system throw into the store's own errors.

import Database from 'better-sqlite3'
import { MailholdError } from '../model/errors.js'

/** Whether the disk, or the room allowed to the database, is used up. */
export const isFull = (error: unknown): boolean =>
  (error instanceof MailholdError && error.code === 'storeFull') ||
  (hasCode(error) && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC' || error.code === 'EDQUOT'))

/** Whether the file is not what it should be: overwritten, cut short, or no database at all. */
export const isDamage = (error: unknown): boolean =>
  hasCode(error) && /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(error.code)

/** The same failure in the words of the model; the original stays as the cause. */
export function asStoreError(error: unknown): MailholdError {
  if (error instanceof MailholdError) return error
  if (isFull(error)) {
    return new MailholdError('storeFull', 'the disk is full; delete mail or make room', {}, { cause: error })
  }
  const code = hasCode(error) ? error.code : 'unknown'
  const text = error instanceof Error ? error.message : String(error)
  return new MailholdError('storeFailed', `the store failed: ${text}`, { code }, { cause: error })
}

function hasCode(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Database.SqliteError || (error instanceof Error && 'code' in error)
}

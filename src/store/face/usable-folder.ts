// The folder of a store: made where it is missing, and refused with the remedy where it cannot be written to.

import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { MailholdError } from '../../model/errors.js'

/**
 * Makes the folder with what is missing above it.
 * @throws MailholdError `storeFailed`: it cannot be made, or not be written to, with who we are and whose it is
 */
export function usableFolder(folder: string): void {
  try {
    for (const missing of missingFolders(folder)) mkdirSync(missing, { mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const story = isRefusal(error) ? refusal(folder) : `${folder} cannot be used for mail: ${why}`
    throw new MailholdError('storeFailed', story, { folder }, { cause: error })
  }
}

/**
 * The folders that are still to be made, the outermost first. One by one, because Node's recursive way never ends where the
 * file system refuses new folders, as /proc does.
 */
function missingFolders(folder: string): readonly string[] {
  const missing: string[] = []
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at)
  return missing
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')

/** Folders mounted into a container keep their owner of outside, so both numbers are told. */
function refusal(folder: string): string {
  let there = resolve(folder)
  while (!existsSync(there)) there = dirname(there)
  const [uid, gid] = [process.getuid?.(), process.getgid?.()]
  if (uid === undefined) return `${folder} cannot be used for mail: this user may not write to ${there}`
  const owner = statSync(there).uid
  return (
    `${folder} cannot be used for mail: ${there} belongs to uid ${owner}, and Mailhold runs as uid ${uid}, ` +
    `which may not write there; chown -R ${uid}:${gid} the folder, or run as its owner (docker: --user ${owner})`
  )
}

// The folder of a store: made where it is missing, and refused with the remedy where it cannot be written to.

import { accessSync, constants, existsSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { MailholdError } from '../../model/errors.js'
import { databaseFile } from '../open-database.js'

/**
 * Makes the folder with what is missing above it.
 * @throws MailholdError `storeFailed`: it cannot be made, or not be written to, with who we are and whose it is
 */
export function usableFolder(folder: string): void {
  const there = nearestThere(folder)
  const found = statSync(there)
  try {
    if (!found.isDirectory()) throw new Error(`${there} is a file; name a folder with --data`)
    for (const missing of missingFolders(folder)) mkdirSync(missing, { mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = isRefusal(error) ? refusal(folder, there, found) : messageOf(error)
    const story = `${folder} cannot be used for mail: ${why}`
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

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The folder itself, or the nearest one above it that is there. */
function nearestThere(folder: string): string {
  let there = resolve(folder)
  while (!existsSync(there)) there = dirname(there)
  return there
}

/** Folders mounted into a container keep their owner of outside, so both numbers are told. */
function refusal(folder: string, there: string, { uid: owner }: Stats): string {
  const [uid, gid] = [process.getuid?.(), process.getgid?.()]
  if (uid === undefined) return `this user may not write to ${there}`
  if (there !== resolve(folder))
    return (
      `it is not there, and uid ${uid}, as which Mailhold runs, may not make it in ${there}, which belongs to uid ${owner}; ` +
      `make it for uid ${uid}, or use another with --data`
    )
  const fact = `${there} belongs to uid ${owner}, and Mailhold runs as uid ${uid}, which may not write there`
  if (!holdsMailAtMost(there)) return `${fact}; use another with --data`
  if (owner === uid) return `${fact}; chmod u+rwx ${there}, or use another with --data`
  return `${fact}; chown -R ${uid}:${gid} ${there}, or run as its owner (docker: --user ${owner})`
}

/** Only such a folder may be told to change its owner: --data can name one that other programs live in. */
function holdsMailAtMost(folder: string): boolean {
  try {
    const names = readdirSync(folder)
    return names.length === 0 || names.includes(basename(databaseFile(folder)))
  } catch {
    return false
  }
}

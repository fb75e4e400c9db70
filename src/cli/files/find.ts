// The mail files that the words of a command line mean: files, folders with .eml and .mbox files, Maildirs.

import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export interface Found {
  readonly files: readonly string[]
  /** files in folders that do not look like mail */
  readonly passedOver: number
}

const mailName = /\.(?:eml|mbox|mbx)$/i
const maildirFolders = ['cur', 'new']

/** A file that is named is taken whatever its name; in folders, and theirs, those that look like mail. @throws when `path` is not there */
export async function findMailFiles(path: string): Promise<Found> {
  if (!(await stat(path)).isDirectory()) return { files: [path], passedOver: 0 }
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  const all = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = all.filter(looksLikeMail).sort()
  return { files, passedOver: all.length - files.length }
}

const looksLikeMail = (path: string): boolean =>
  mailName.test(path) || maildirFolders.includes(basename(dirname(path)))

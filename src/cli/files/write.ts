// Messages of a server as one mbox file or as a folder of .eml files, octet for octet, oldest first.

import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from '../../client/client.js'
import { progressOn } from '../progress.js'
import type { Terminal } from '../terminal.js'

export interface Writing {
  readonly client: Client
  /** which messages; all unless given */
  readonly narrowing?: { readonly inbox?: string; readonly q?: string }
  readonly terminal: Terminal
}

/**
 * Resolves with a sentence that says what was written.
 * @param whenThere `wx` refuses a file that is there already, `w` writes over it
 */
export async function writeMbox(
  { client, narrowing = {}, terminal }: Writing,
  path: string,
  whenThere: 'wx' | 'w',
): Promise<string> {
  const progress = progressOn(terminal)
  let written = 0
  const counted = async function* (octets: AsyncIterable<Uint8Array>) {
    for await (const piece of octets) {
      written += piece.length
      progress.show(`${written} octets written`)
      yield piece
    }
  }
  const octets = await client.exportMail('mbox', narrowing)
  await pipeline(Readable.from(counted(octets)), createWriteStream(path, { flags: whenThere }))
  progress.clear()
  return `${written} octets written to ${path}`
}

const idForm = /^[a-z0-9]{1,40}$/

/**
 * Resolves with a sentence that says what was written. The names of the files are the ids, which are safe as names; what mail says
 * never becomes one.
 */
export async function writeFolder(
  { client, narrowing = {}, terminal }: Writing,
  path: string,
): Promise<string> {
  const progress = progressOn(terminal)
  await mkdir(path, { recursive: true })
  let written = 0
  for await (const { id } of client.each({ ...narrowing, order: 'oldest', limit: 500 })) {
    if (!idForm.test(id)) throw new Error(`the server gave the id ${JSON.stringify(id)}, which is none`)
    await writeFile(join(path, `${id}.eml`), await client.raw(id))
    written += 1
    progress.show(`${written} messages written`)
  }
  progress.clear()
  return `${written} ${written === 1 ? 'message' : 'messages'} written to ${path}`
}

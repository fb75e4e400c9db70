// Decodes the parts of a kept message from its octets, a chunk at a time.

import { decodeText, decodeTransfer } from '../mail/decode-part.js'
import type { Part } from '../model/facts.js'
import type { Message } from '../model/message.js'
import type { Store } from '../store/store.js'
import type { Bodies, OpenPart } from './mailroom.js'
import { ParserGaveUp, type ParserPool } from './parser/pool.js'

/** The part at `path`, or `undefined`. */
export function partAt(root: Part, path: string): Part | undefined {
  if (root.path === path) return root
  for (const child of root.children) {
    const found = partAt(child, path)
    if (found) return found
  }
  return undefined
}

/** Decoded octets of a part. */
export async function* decodedOctets(store: Store, message: Message, part: Part): AsyncIterable<Uint8Array> {
  const decoder = decodeTransfer(part.encoding)
  for await (const octets of store.octets(message.summary.id, part.bodyStart, part.end)) {
    const decoded = decoder.push(octets)
    if (decoded.length > 0) yield decoded
  }
  const rest = decoder.end()
  if (rest.length > 0) yield rest
}

/** Texts of more octets than this are decoded off the main thread. */
const decodedHere = 64 * 1024

async function textOf(source: Source, paths: readonly string[]): Promise<string | undefined> {
  const texts: string[] = []
  for (const path of paths) {
    const part = partAt(source.message.facts.root, path)
    if (part) texts.push(await partText(source, part))
  }
  return texts.length > 0 ? texts.join('\n') : undefined
}

async function partText({ store, parser, message }: Source, part: Part): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const octets of decodedOctets(store, message, part)) pieces.push(octets)
  const octets = Buffer.concat(pieces)
  if (octets.length <= decodedHere) return decodeText(octets, part.charset)
  try {
    return await parser.decodeText(octets, part.charset)
  } catch (error) {
    if (error instanceof ParserGaveUp) return octets.toString('latin1')
    throw error
  }
}

/** Where the text of a message comes from. */
export interface Source {
  readonly store: Store
  readonly parser: ParserPool
  readonly message: Message
}

/** Text and HTML in full; `text` is the visible text of the HTML where there is no text part. */
export async function bodiesOf(source: Source): Promise<Bodies> {
  const { textParts, htmlParts, visibleText } = source.message.facts
  const text = await textOf(source, textParts)
  const html = await textOf(source, htmlParts)
  return { text: text ?? visibleText, html }
}

export function openPart(store: Store, message: Message, path: string): OpenPart | undefined {
  const part = partAt(message.facts.root, path)
  if (!part) return undefined
  const attachment = message.facts.attachments.find((candidate) => candidate.part === path)
  return {
    contentType: part.contentType,
    filename: attachment?.filename ?? part.filename ?? '',
    octets: decodedOctets(store, message, part),
    ...(part.charset !== undefined && { charset: part.charset }),
    ...(part.contentId !== undefined && { contentId: part.contentId }),
  }
}

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
export async function* decodedOctets(
  store: Source['store'],
  message: Message,
  part: Part,
): AsyncIterable<Uint8Array> {
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
  for (const run of runsOf(partsAt(source.message.facts.root, paths))) {
    const [only, ...others] = run.parts
    if (only && others.length === 0) texts.push(await partText(source, only))
    else for (const text of await runTexts(source, run)) texts.push(text)
  }
  return texts.length > 0 ? texts.join('\n') : undefined
}

/** In the order of the paths, which is that of the message; one walk for all of them. */
function partsAt(root: Part, paths: readonly string[]): readonly Part[] {
  const wanted = new Set(paths)
  const found = new Map<string, Part>()
  const visit = (part: Part): void => {
    if (wanted.has(part.path) && !found.has(part.path)) found.set(part.path, part)
    for (const child of part.children) visit(child)
  }
  visit(root)
  return paths.flatMap((path) => found.get(path) ?? [])
}

/** Parts that lie close to each other, and are read at once: a mail may have ten thousand of them. */
interface Run {
  readonly parts: Part[]
  readonly start: number
  end: number
}

function runsOf(parts: readonly Part[]): readonly Run[] {
  const runs: Run[] = []
  for (const part of parts) {
    const run = runs.at(-1)
    if (run && part.bodyStart >= run.end && part.end - run.start <= decodedHere) {
      run.parts.push(part)
      run.end = part.end
    } else runs.push({ parts: [part], start: part.bodyStart, end: part.end })
  }
  return runs
}

async function runTexts({ store, message }: Source, { parts, start, end }: Run): Promise<readonly string[]> {
  const pieces: Uint8Array[] = []
  for await (const octets of store.octets(message.summary.id, start, end)) pieces.push(octets)
  const octets = Buffer.concat(pieces)
  return parts.map(({ bodyStart, end, encoding, charset }) => {
    const decoder = decodeTransfer(encoding)
    const decoded = decoder.push(octets.subarray(bodyStart - start, end - start))
    return decodeText(Buffer.concat([decoded, decoder.end()]), charset)
  })
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
  readonly store: Pick<Store, 'octets'>
  readonly parser: ParserPool
  readonly message: Message
}

/** Text and HTML in full; `text` is the visible text of the HTML where there is no text part. */
export async function bodiesOf(source: Source): Promise<Bodies> {
  const { textParts, htmlParts, visibleText } = source.message.facts
  const [text, html] = await Promise.all([textOf(source, textParts), textOf(source, htmlParts)])
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

// The HTML of a message made safe to look at, with the pictures it carries itself put in place.

import type { Attachment } from '../model/facts.js'
import type { Message } from '../model/message.js'
import { bodiesOf, decodedOctets, partAt, type Source } from './bodies.js'
import type { SafeView, ViewOptions } from './mailroom.js'
import { ParserGaveUp } from './parser/pool.js'

const safeImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
/** Octets of pictures put into one view; the others stay broken. */
const imageBudget = 20 * 1024 * 1024

/** `undefined` where the message has no HTML. */
export async function viewOf(source: Source, options: ViewOptions): Promise<SafeView | undefined> {
  const { html } = await bodiesOf(source)
  if (html === undefined) return undefined
  const cidImages = await inlineImages(source.store, source.message)
  try {
    return await source.parser.safeHtml(html, { cidImages, ...options })
  } catch (error) {
    if (error instanceof ParserGaveUp) return asText(source.message.facts.visibleText)
    throw error
  }
}

/** What is shown of HTML that takes too long to be made safe. */
const asText = (text: string): SafeView => ({
  html: `<p><em>This HTML takes too long to be shown safely; here is its text.</em></p><pre>${escaped(text)}</pre>`,
  remoteBlocked: 0,
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

async function inlineImages(store: Source['store'], message: Message): Promise<ReadonlyMap<string, string>> {
  const images = new Map<string, string>()
  let room = imageBudget
  for (const attachment of message.facts.attachments) {
    if (!attachment.contentId || !safeImages.has(attachment.contentType) || attachment.size > room) continue
    room -= attachment.size
    images.set(attachment.contentId, await dataUrl(store, message, attachment))
  }
  return images
}

async function dataUrl(
  store: Source['store'],
  message: Message,
  { part, contentType }: Attachment,
): Promise<string> {
  const node = partAt(message.facts.root, part)
  const octets: Uint8Array[] = []
  if (node) for await (const piece of decodedOctets(store, message, node)) octets.push(piece)
  return `data:${contentType};base64,${Buffer.concat(octets).toString('base64')}`
}

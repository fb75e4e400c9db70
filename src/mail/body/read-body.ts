// From the parts that a reader shows to text, links, images, codes and attachments.

import { isUtf8 } from 'node:buffer'
import type { Attachment, ImageReference, Link, MailFacts } from '../../model/facts.js'
import { findCodes } from '../codes/find-codes.js'
import type { CollectedFields } from '../headers/field-collector.js'
import { parameter } from '../headers/parameters.js'
import { limits } from '../limits.js'
import { collapseSpace } from '../normalise.js'
import type { ProblemList } from '../problems.js'
import type { PartNode } from '../tree/part-node.js'
import type { TreeReader } from '../tree/tree-reader.js'
import { decodeCharset, isKnownCharset, isUnspecificCharset } from './charset.js'
import { type BodyUnit, chooseBody, isUnshownAlternative } from './choice.js'
import { type HtmlContent, readHtml } from './html-reader.js'
import { plainLinks } from './plain-links.js'

export type BodyFacts = Pick<
  MailFacts,
  | 'textParts'
  | 'htmlParts'
  | 'visibleText'
  | 'textTruncated'
  | 'snippet'
  | 'attachments'
  | 'links'
  | 'codes'
  | 'images'
>

export interface BodyContext {
  readonly header: CollectedFields
  readonly subject: string
  readonly problems: ProblemList
}

interface ReadUnit {
  readonly texts: readonly { readonly path: string; readonly text: string }[]
  readonly htmls: readonly { readonly path: string; readonly content: HtmlContent }[]
}

export function readBody(tree: TreeReader, { header, subject, problems }: BodyContext): BodyFacts {
  const units = chooseBody(tree.root)
  const read = units.map((unit) => readUnit(unit, problems))
  const isCut = tree.leaves.some(({ content }) => content?.kind === 'text' && content.held().isCut)
  if (isCut) problems.add('textTooLong')
  const whole = read.map(unitText).join('\n\n').trim()
  const visibleText = cutUtf8(whole, limits.visibleText)
  return {
    textParts: units.flatMap((unit) => unit.text.map(({ path }) => path)),
    htmlParts: units.flatMap((unit) => unit.html.map(({ path }) => path)),
    visibleText,
    textTruncated: isCut || visibleText.length < whole.length,
    snippet: snippetOf(visibleText),
    attachments: attachmentsOf(tree),
    links: linksOf(read, problems),
    codes: findCodes({ header, subject, texts: codeTexts(read) }),
    images: imagesOf(read, problems),
  }
}

function readUnit(unit: BodyUnit, problems: ProblemList): ReadUnit {
  return {
    texts: unit.text.map((node) => ({ path: node.path, text: textOf(node, problems) })),
    htmls: unit.html.map((node) => ({ path: node.path, content: readHtml(textOf(node, problems)) })),
  }
}

function textOf({ content, header, path, hasHigh }: PartNode, problems: ProblemList): string {
  if (content?.kind !== 'text') return ''
  const { octets } = content.held()
  const charset = parameter(header.parameters, 'charset') ?? ''
  const text = decodeCharset(octets, charset)
  if (!isKnownCharset(charset)) problems.add('unknownCharset', charset, path)
  else if (isUnspecificCharset(charset)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside ASCII
    if (/[^\x00-\x7f]/.test(text)) problems.add('undeclaredCharset', charset || 'missing', path)
  } else if (/^utf-?8$/i.test(charset) && !content.held().isCut && !isUtf8(octets)) {
    problems.add('wrongCharset', charset, path)
  }
  if (hasHigh && /^(?:7bit|quoted-printable|base64)$/.test(header.encoding)) {
    problems.add('eightBitIn7bit', header.encoding, path)
  }
  return text
}

/** The text of a unit, or the text of its HTML where the text says nothing. */
function unitText({ texts, htmls }: ReadUnit): string {
  const text = texts.map((part) => part.text.replaceAll('\r\n', '\n')).join('\n')
  return text.trim() !== '' ? text : htmls.map(({ content }) => content.text).join('\n')
}

function codeTexts(read: readonly ReadUnit[]): string[] {
  return read.flatMap(({ texts, htmls }) => [
    ...texts.map(({ text }) => text),
    ...htmls.map(({ content }) => content.text),
  ])
}

function linksOf(read: readonly ReadUnit[], problems: ProblemList): Link[] {
  const links: Link[] = []
  let leftOut = 0
  for (const { htmls } of read) {
    for (const { path, content } of htmls) {
      for (const { text, href } of content.links) links.push({ text, href, part: path })
      leftOut += content.linksLeftOut
    }
  }
  leftOut += addPlainLinks(read, links)
  leftOut += Math.max(0, links.length - limits.links)
  if (leftOut > 0) problems.add('tooManyLinks', leftOut)
  return links.slice(0, limits.links)
}

/** Gives how many were left out. */
function addPlainLinks(read: readonly ReadUnit[], links: Link[]): number {
  let leftOut = 0
  let known: Set<string> | undefined
  for (const { path, text } of read.flatMap(({ texts }) => texts)) {
    const found = plainLinks(text)
    leftOut += found.leftOut
    if (found.hrefs.length === 0) continue
    // the text of an alternative repeats the links of its HTML
    known ??= new Set(links.map(({ href }) => href))
    for (const href of found.hrefs) {
      if (!known.has(href)) links.push({ text: href, href, part: path })
      known.add(href)
    }
  }
  return leftOut
}

function imagesOf(read: readonly ReadUnit[], problems: ProblemList): ImageReference[] {
  const images: ImageReference[] = []
  let leftOut = 0
  for (const { path, content } of read.flatMap(({ htmls }) => htmls)) {
    for (const { src, alt } of content.images) images.push({ src, alt, part: path })
    leftOut += content.imagesLeftOut
  }
  leftOut += Math.max(0, images.length - limits.images)
  if (leftOut > 0) problems.add('tooManyImages', leftOut)
  return images.slice(0, limits.images)
}

function attachmentsOf({ leaves }: TreeReader): Attachment[] {
  return leaves.flatMap((node) => {
    const { content, header, path } = node
    if (content?.kind !== 'file' || isUnshownAlternative(node)) return []
    return {
      part: path,
      filename: header.filename ?? '',
      contentType: header.contentType,
      size: content.size,
      ...(header.contentId === undefined ? {} : { contentId: header.contentId }),
      disposition: header.disposition ?? (header.contentId === undefined ? 'attachment' : 'inline'),
      sha256: content.sha256,
    }
  })
}

/** At most `octets` of UTF-8, never half a character. */
function cutUtf8(text: string, octets: number): string {
  if (text.length * 3 <= octets) return text
  const encoded = Buffer.from(text, 'utf8')
  if (encoded.length <= octets) return text
  let end = octets
  while (end > 0 && ((encoded[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return encoded.subarray(0, end).toString('utf8')
}

function snippetOf(text: string): string {
  const words = collapseSpace(text.slice(0, limits.snippetCharacters * 8))
  if (!/[\ud800-\udfff]/.test(words)) return words.slice(0, limits.snippetCharacters)
  return [...words.slice(0, limits.snippetCharacters * 2)].slice(0, limits.snippetCharacters).join('')
}

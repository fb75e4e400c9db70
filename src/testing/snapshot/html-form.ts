// HTML in a form that does not depend on how it was written: attributes sorted, white space collapsed, a line for each block.

import { type Attribute, htmlPieces } from './html-pieces.js'

/** They stand in the line of the text around them. */
const inline = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const deepest = 30

/** @param mask hides what changes from mail to mail; asked for texts and attributes one by one */
export function htmlForm(html: string, mask: (text: string) => string): string {
  const lines: string[] = []
  const open: string[] = []
  let line = ''
  let depth = 0
  const endLine = (): void => {
    const text = mask(line.replace(/[\s\u00a0]+/g, ' ').trim())
    if (text !== '') lines.push(`${'  '.repeat(Math.min(depth, deepest))}${text}`)
    line = ''
  }
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') line += piece.text
    if (piece.kind === 'comment') line += ` ${piece.text} `
    if (piece.kind === 'text' || piece.kind === 'comment') continue
    const { name } = piece
    const tag = piece.kind === 'open' ? openTag(name, piece.attributes) : `</${name}>`
    if (inline.has(name)) {
      line += tag
      continue
    }
    endLine()
    if (piece.kind === 'close') depth = depthAfter(open, name)
    line = tag
    endLine()
    if (piece.kind === 'open' && !empty.has(name)) depth = open.push(name)
  }
  endLine()
  return lines.join('\n')
}

/** Closes what is open down to that element; an end without a beginning closes nothing. */
function depthAfter(open: string[], name: string): number {
  // bounded, so that very many ends without a beginning cost little
  const at = open.slice(-200).lastIndexOf(name)
  if (at >= 0) open.length = Math.max(0, open.length - 200) + at
  return open.length
}

function openTag(name: string, attributes: readonly Attribute[]): string {
  const sorted = [...attributes].sort(([left], [right]) => (left < right ? -1 : 1))
  return `<${[name, ...sorted.map(([key, value]) => `${key}="${oneForm(value)}"`)].join(' ')}>`
}

/** Quotes and ampersands may be written in several ways. */
const oneForm = (value: string): string =>
  value
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/"|&(?:#34|#x22);/gi, '&quot;')
    .replace(/\s+/g, ' ')
    .trim()

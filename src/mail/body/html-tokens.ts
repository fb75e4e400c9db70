// Cuts HTML into tags and text, fast and in one pass: what a reader of mail needs, no tree. (`htmlparser2` checks every
// character by state and takes several times as long; every mail passes here.)

import { decodeAttribute } from './html-entities.js'

export interface HtmlTokenHandler {
  /** a stretch of text with its entities not yet decoded */
  text(raw: string): void
  /** `attributes` is everything behind the name, unread */
  open(name: string, attributes: string): void
  close(name: string): void
  /** the content of a script, style or the like */
  raw?(name: string, content: string, attributes: string): void
}

/** Elements whose content is text up to their end tag (HTML §13.1.2). */
const rawText = new Set('script style title textarea xmp iframe noembed noframes plaintext'.split(' '))
const gt = 62
const doubleQuote = 34
const singleQuote = 39

/** Linear in the length; never throws. Comments, doctypes and processing instructions are dropped. */
export function readTokens(html: string, handler: HtmlTokenHandler): void {
  let position = 0
  while (position < html.length) {
    const start = nextMarkup(html, position)
    if (start > position) handler.text(html.slice(position, start))
    if (start >= html.length) return
    position = readMarkup(html, start, handler)
  }
}

/** Where the next `<` stands that begins a tag or comment; one before anything else is text. */
function nextMarkup(html: string, from: number): number {
  let at = html.indexOf('<', from)
  while (at >= 0 && !beginsMarkup(html.charCodeAt(at + 1))) at = html.indexOf('<', at + 1)
  return at < 0 ? html.length : at
}

function beginsMarkup(next: number): boolean {
  return isLetter(next) || next === 47 || next === 33 || next === 63
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Reads a tag or comment and gives the position behind it. */
function readMarkup(html: string, start: number, handler: HtmlTokenHandler): number {
  if (html.startsWith('<!--', start)) return behindComment(html, start)
  const isClose = html.charCodeAt(start + 1) === 47
  const nameStart = isClose ? start + 2 : start + 1
  if (!isLetter(html.charCodeAt(nameStart))) return behind(html, '>', nameStart)
  const nameEnd = endOfName(html, nameStart + 1)
  const name = nameAt(html, nameStart, nameEnd)
  if (isClose) {
    handler.close(name)
    return behind(html, '>', nameEnd)
  }
  const end = tagEnd(html, nameEnd)
  handler.open(name, html.slice(nameEnd, end))
  if (!rawText.has(name)) return end + 1
  const behindRaw = skipRawText(html, end + 1, name)
  handler.raw?.(name, html.slice(end + 1, behindRaw), html.slice(nameEnd, end))
  return behindRaw
}

/** HTML §13.2.5.43: `<!-->` and `<!--->` are whole comments. */
function behindComment(html: string, start: number): number {
  if (html.startsWith('>', start + 4)) return start + 5
  if (html.startsWith('->', start + 4)) return start + 6
  return behind(html, '-->', start + 4)
}

function behind(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from)
  return at < 0 ? html.length : at + end.length
}

function endOfName(html: string, from: number): number {
  let end = from
  while (end < html.length && !endsName(html.charCodeAt(end))) end += 1
  return end
}

/** Names met before, so that a table's thousandth cell makes no new string. */
const names: string[] = new Array(256).fill('')
/** V8 copies slices so short; longer ones would keep their mail alive */
const longestRemembered = 12

/** Lower case. */
function nameAt(html: string, start: number, end: number): string {
  const place = (html.charCodeAt(start) * 31 + html.charCodeAt(end - 1) * 7 + end - start) & 255
  const remembered = names[place] ?? ''
  if (remembered.length === end - start && html.startsWith(remembered, start)) return remembered
  const name = html.slice(start, end).toLowerCase()
  if (name.length <= longestRemembered) names[place] = name
  return name
}

/** White space, `/` and `>` end a name. */
function endsName(code: number): boolean {
  return code <= 32 || code === 47 || code === gt
}

/** Where the `>` of a tag stands; one in quotes behind `=` does not count. */
function tagEnd(html: string, from: number): number {
  let position = from
  let isValue = false
  while (position < html.length) {
    const code = html.charCodeAt(position)
    if (code === gt) return position
    if (isValue && (code === doubleQuote || code === singleQuote)) {
      const close = html.indexOf(code === doubleQuote ? '"' : "'", position + 1)
      if (close < 0) return html.length
      position = close
    }
    if (code > 32) isValue = code === 61
    position += 1
  }
  return html.length
}

function skipRawText(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/** Calls `take` with each attribute, names lower case, entities decoded; the first of a name counts. */
export function eachAttribute(text: string, take: (name: string, value: string) => void): void {
  const seen = new Set<string>()
  for (const match of text.matchAll(attributeForm)) {
    const name = (match[1] ?? '').toLowerCase()
    if (!seen.has(name)) take(name, decodeAttribute(match[2] ?? match[3] ?? match[4] ?? ''))
    seen.add(name)
  }
}

const attributeForm = /([^\s/][^\s=/]*)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s]+)))?/g

/** The value of an attribute, the first of that name, entities not decoded; `undefined` where it is not set. */
export function findAttribute(text: string, wanted: string): string | undefined {
  let position = 0
  while (position < text.length) {
    const code = text.charCodeAt(position)
    if (code <= 32 || code === 47) {
      position += 1
      continue
    }
    const nameStart = position
    position += 1
    while (position < text.length && !endsAttributeName(text.charCodeAt(position))) position += 1
    const isWanted = position - nameStart === wanted.length && sameName(text, nameStart, wanted)
    const valueStart = behindEquals(text, position)
    if (valueStart < 0) {
      if (isWanted) return ''
      continue
    }
    const quote = text.charCodeAt(valueStart)
    const isQuoted = quote === doubleQuote || quote === singleQuote
    const from = isQuoted ? valueStart + 1 : valueStart
    const end = isQuoted ? quoteEnd(text, from, quote) : blankEnd(text, from)
    if (isWanted) return text.slice(from, end)
    position = isQuoted ? end + 1 : end
  }
  return undefined
}

function endsAttributeName(code: number): boolean {
  return code <= 32 || code === 47 || code === 61
}

function sameName(text: string, start: number, wanted: string): boolean {
  for (let i = 0; i < wanted.length; i += 1) {
    if ((text.charCodeAt(start + i) | 32) !== wanted.charCodeAt(i)) return false
  }
  return true
}

/** Where the value behind `=` begins; -1 when there is no `=`. */
function behindEquals(text: string, from: number): number {
  let position = skipBlank(text, from)
  if (text.charCodeAt(position) !== 61) return -1
  position = skipBlank(text, position + 1)
  return position
}

function skipBlank(text: string, from: number): number {
  let position = from
  while (position < text.length && text.charCodeAt(position) <= 32) position += 1
  return position
}

function quoteEnd(text: string, from: number, quote: number): number {
  const end = text.indexOf(quote === doubleQuote ? '"' : "'", from)
  return end < 0 ? text.length : end
}

function blankEnd(text: string, from: number): number {
  let position = from
  while (position < text.length && text.charCodeAt(position) > 32) position += 1
  return position
}

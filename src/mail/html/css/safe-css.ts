// Style sheets and style attributes of a mail without anything that loads or acts.

import { type ImagePolicy, safeImage } from '../safe-url.js'
import { type CssReader, type CssToken, readCss } from './tokens.js'
import { cssName, cssString, cssUrl } from './write.js'

/** They load, or say how what follows is to be read. */
const removedRules = new Set(['import', 'charset', 'namespace', 'font-face', 'document'])
/** They load, or run something in some browser, old ones among them. */
const removedFunctions = new Set(['expression', 'image-set', 'cross-fade', 'element', 'src', 'image', 'attr'])
const removedName = /^(?:-moz-binding|(?:-ms-)?behaviou?r|javascript|vbscript)$/i
/** Found wherever a removed name could be. */
const suspicious = /binding|behaviou?r|script/i

/** Stands where something was removed: nothing new is formed from what stood around it, and no declaration comes to hold. */
const gap = 'removed'

const closerOf = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/**
 * Written anew from what a browser would read, so that `\75rl(` is seen for what it is and nothing harmless is touched. Linear in the
 * length; never throws.
 */
export function safeCss(css: string, policy: ImagePolicy): string {
  const reader = readCss(css)
  const written: string[] = []
  let previous = reader.plain(suspicious)
  for (let token = reader.next(); token; token = reader.next()) {
    written.push(previous)
    const text = safeToken(token, { reader, policy, previous })
    previous = text + reader.plain(suspicious)
  }
  written.push(previous)
  return inScheme(written.join(''), policy.scheme)
}

/** Media queries for the wanted scheme hold, those for the other one do not. */
export function inScheme(css: string, scheme: 'light' | 'dark' | undefined): string {
  if (scheme === undefined) return css
  return css
    .replace(/prefers-color-scheme\s*:\s*(light|dark)/gi, (_, asked: string) =>
      asked.toLowerCase() === scheme ? 'min-width: 0' : 'max-width: 0',
    )
    .replace(/(color-scheme\s*:\s*)(?:light\s+dark|dark\s+light)/gi, `$1${scheme}`)
}

interface Around {
  readonly reader: CssReader
  readonly policy: ImagePolicy
  /** what was written last */
  readonly previous: string
}

function safeToken(token: CssToken, around: Around): string {
  switch (token.kind) {
    case 'space':
      return token.text
    case 'mark':
      return safeMark(token.text)
    case 'string':
      return cssString(token.value)
    case 'url':
      return safeUrl(token.value, around.policy)
    case 'broken':
      return `${gap} `
    case 'name':
      return safeName(token.name, around.previous)
    case 'function':
      return safeFunction(token.name, around)
    case 'at':
      return safeRule(token.name, around.reader)
  }
}

/** A `<` never touches what could be an element's name. */
function safeMark(text: string): string {
  if (text === '<') return '< '
  return text === '\\' || /\p{Cc}/u.test(text) ? ' ' : text
}

function safeName(name: string, previous: string): string {
  const isSelector = /[.#]$/.test(previous)
  return !isSelector && removedName.test(name) ? gap : cssName(name)
}

function safeFunction(name: string, { reader, policy }: Around): string {
  const plain = withoutPrefix(name)
  if (plain === 'url') {
    const first = reader.next()
    const given = first?.kind === 'space' ? reader.next() : first
    skipBlock(reader, ')')
    return given?.kind === 'string' ? safeUrl(given.value, policy) : `${gap} `
  }
  const isWord = cssName(name) === name
  if (isWord && !removedFunctions.has(plain)) return `${name}(`
  skipBlock(reader, ')')
  return `${gap} `
}

function safeRule(name: string, reader: CssReader): string {
  if (!removedRules.has(withoutPrefix(name))) return `@${cssName(name)}`
  return skipRule(reader)
}

function safeUrl(address: string, policy: ImagePolicy): string {
  const safe = safeImage(address, policy)
  return safe === undefined ? 'none' : cssUrl(safe)
}

const withoutPrefix = (name: string): string => name.toLowerCase().replace(/^-[a-z]+-/, '')

/** §5.5.2: a rule ends at its `;`, with its block, or with the block that it stands in; gives what is left to write. */
function skipRule(reader: CssReader): string {
  for (let token = reader.next(); token; token = reader.next()) {
    const mark = markOf(token)
    if (mark === ';') return ' '
    if (mark === '}') return '}'
    const closer = closerOf.get(mark)
    if (closer) skipBlock(reader, closer)
    if (mark === '{') return ' '
  }
  return ' '
}

/** §5.5.9: to behind `closer`; blocks in it are whole. */
function skipBlock(reader: CssReader, closer: string): void {
  const open = [closer]
  for (let token = reader.next(); token; token = reader.next()) {
    const mark = markOf(token)
    if (mark === open.at(-1)) open.pop()
    if (open.length === 0) return
    const inner = closerOf.get(mark)
    if (inner) open.push(inner)
  }
}

/** A function opens a block as a parenthesis does. */
function markOf(token: CssToken): string {
  if (token.kind === 'function') return '('
  return token.kind === 'mark' ? token.text : ''
}

// The visible text, links and images of HTML, in one pass over its tokens and without a tree, so that no nesting can hurt.

import { Tokenizer } from 'htmlparser2'
import { limits } from '../limits.js'
import { collapseSpace } from '../normalise.js'
import { blockElements, closedBy, hidesContent, unseenElements, voidElements } from './html-elements.js'

export interface HtmlLink {
  readonly text: string
  readonly href: string
}

export interface HtmlImage {
  readonly src: string
  readonly alt: string
}

export interface HtmlContent {
  /** blocks on lines of their own, white space collapsed, trimmed */
  readonly text: string
  readonly links: readonly HtmlLink[]
  readonly images: readonly HtmlImage[]
  readonly linksLeftOut: number
  readonly imagesLeftOut: number
}

const wantedAttributes = new Set(['href', 'src', 'alt', 'style', 'hidden', 'title'])

/** Hidden elements, styles and scripts are left out, entities decoded. Linear in the length; never throws. */
export function readHtml(html: string): HtmlContent {
  const reader = createHandler(html)
  const tokenizer = new Tokenizer({}, reader.callbacks)
  tokenizer.write(html)
  tokenizer.end()
  return reader.result()
}

function createHandler(html: string) {
  const text = createTextFlow()
  const links: HtmlLink[] = []
  const images: HtmlImage[] = []
  let linksLeftOut = 0
  let imagesLeftOut = 0
  const stack: { name: string; isHidden: boolean }[] = []
  let hiddenDepth = 0
  let tag = ''
  let attribute = ''
  let value = ''
  const attributes = new Map<string, string>()
  let link: { readonly href: string; readonly from: number; alts: string } | undefined

  function open() {
    while (stack.length > 0 && closedBy(stack.at(-1)?.name ?? '', tag)) pop()
    const isUnseen = unseenElements.has(tag)
    const isHidden = isUnseen || hidesContent(attributes)
    if (hiddenDepth === 0 && !isHidden) show()
    if (!voidElements.has(tag) && stack.length < limits.htmlDepth) {
      stack.push({ name: tag, isHidden })
      if (isHidden) hiddenDepth += 1
    }
    tag = ''
  }

  function show() {
    if (tag === 'br') text.breakLine()
    else if (blockElements.has(tag)) text.breakBlock()
    else if (tag === 'td' || tag === 'th') text.blank()
    else if (tag === 'img') addImage()
    else if (tag === 'a') beginLink()
    else if (tag === 'area') addLink(attributes.get('href') ?? '', attributes.get('alt') ?? '')
  }

  function addImage() {
    const alt = collapseSpace((attributes.get('alt') ?? '').slice(0, limits.hrefCharacters))
    if (link) link.alts += `${alt} `
    const src = (attributes.get('src') ?? '').trim()
    if (src === '') return
    // an image inside the mail's HTML is no reference; its data would fill the facts
    const short = src.startsWith('data:') ? src.slice(0, 64) : src.slice(0, limits.hrefCharacters)
    if (images.length < limits.images) images.push({ src: short, alt })
    else imagesLeftOut += 1
  }

  function beginLink() {
    endLink()
    const href = attributes.get('href')
    if (href !== undefined) link = { href, from: text.mark(), alts: '' }
  }

  function endLink() {
    if (!link) return
    const visible = collapseSpace(text.since(link.from))
    addLink(link.href, visible === '' ? collapseSpace(link.alts) : visible)
    link = undefined
  }

  function addLink(href: string, visible: string) {
    // browsers drop line breaks and tabs inside an address
    const clean = href.replace(/[\t\r\n]/g, '').trim()
    if (clean === '' || clean.startsWith('#')) return
    if (links.length >= limits.links) linksLeftOut += 1
    else
      links.push({
        text: visible.slice(0, limits.hrefCharacters),
        href: clean.slice(0, limits.hrefCharacters),
      })
  }

  function pop() {
    const closed = stack.pop()
    if (closed?.isHidden) hiddenDepth -= 1
    if (closed?.name === 'a') endLink()
  }

  function close(name: string) {
    if (hiddenDepth === 0 && blockElements.has(name)) text.breakBlock()
    let at = stack.length - 1
    while (at >= 0 && stack[at]?.name !== name) at -= 1
    if (at < 0) return
    while (stack.length > at) pop()
  }

  return {
    callbacks: {
      ontext(start: number, end: number) {
        if (hiddenDepth === 0) text.add(html.slice(start, end))
      },
      ontextentity(codePoint: number) {
        if (hiddenDepth === 0) text.add(String.fromCodePoint(codePoint))
      },
      onopentagname(start: number, end: number) {
        tag = html.slice(start, end).toLowerCase()
        attributes.clear()
      },
      onattribname(start: number, end: number) {
        const name = end - start > 16 ? '' : html.slice(start, end).toLowerCase()
        attribute = wantedAttributes.has(name) ? name : ''
        value = ''
      },
      onattribdata(start: number, end: number) {
        if (attribute !== '') value += html.slice(start, end)
      },
      onattribentity(codePoint: number) {
        if (attribute !== '') value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (attribute !== '' && !attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start: number, end: number) => close(html.slice(start, end).toLowerCase()),
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
    result(): HtmlContent {
      endLink()
      return { text: text.finish(), links, images, linksLeftOut, imagesLeftOut }
    },
  }
}

// blanks and the invisible characters that senders fill preview texts with
const filler = /(?:[ \t\r\n\f\u00a0\u200b\u200c\u00ad\ufeff]|\u034f)+/g

/** Collects words as a browser would lay them out in lines: one blank between words, at most one empty line between blocks. */
function createTextFlow() {
  let text = ''
  let gap: '' | ' ' | '\n' | '\n\n' = ''
  function append(words: string) {
    if (words === '') return
    text += text === '' ? words : gap + words
    gap = ''
  }
  return {
    add(piece: string) {
      const words = piece.replace(filler, ' ')
      if (words === ' ') {
        if (gap === '') gap = ' '
        return
      }
      if (words.startsWith(' ') && gap === '') gap = ' '
      append(words.trim())
      if (words.endsWith(' ')) gap = ' '
    },
    blank() {
      if (gap === '') gap = ' '
    },
    breakLine() {
      gap = gap === '\n' || gap === '\n\n' ? '\n\n' : '\n'
    },
    breakBlock() {
      if (gap !== '\n\n') gap = '\n'
    },
    mark: () => text.length,
    since: (from: number) => text.slice(from),
    finish: () => text.trim(),
  }
}

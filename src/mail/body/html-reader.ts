// The visible text, links and images of HTML, in one pass over its tags and without a tree, so that no nesting can hurt.

import { limits } from '../limits.js'
import { collapseSpace } from '../normalise.js'
import { blockElements, closedBy, hidesContent, unseenElements, voidElements } from './html-elements.js'
import { decodeAttribute, decodeEntities } from './html-entities.js'
import { findAttribute, readTokens } from './html-tokens.js'
import { createTextFlow } from './text-flow.js'

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

/** Hidden elements, styles and scripts are left out, entities decoded. Linear in the length; never throws. */
export function readHtml(html: string): HtmlContent {
  const text = createTextFlow()
  const references = createReferences()
  const stack: { readonly name: string; readonly isHidden: boolean }[] = []
  let hidden = 0
  let link: { readonly href: string; alts: string } | undefined

  function open(name: string, raw: string) {
    for (let top = stack.at(-1); top && closedBy(top.name, name); top = stack.at(-1)) pop()
    const isHidden = unseenElements.has(name) || hidesContent(name, raw)
    if (hidden === 0 && !isHidden) show(name, raw)
    if (voidElements.has(name) || stack.length >= limits.htmlDepth) return
    stack.push({ name, isHidden })
    if (isHidden) hidden += 1
  }

  function show(name: string, raw: string) {
    if (name === 'br') text.breakLine()
    else if (blockElements.has(name)) text.breakBlock()
    else if (name === 'td' || name === 'th') text.blank()
    else if (name === 'img') showImage(raw)
    else if (name === 'a') beginLink(raw)
    else if (name === 'area') references.addLink(attribute(raw, 'href'), attribute(raw, 'alt'))
  }

  function showImage(raw: string) {
    const alt = attribute(raw, 'alt')
    if (link) link.alts += ` ${alt}`
    references.addImage(attribute(raw, 'src'), alt)
  }

  function beginLink(raw: string) {
    endLink()
    const href = attribute(raw, 'href')
    if (href === '') return
    link = { href, alts: '' }
    text.beginSpan()
  }

  function endLink() {
    if (!link) return
    const visible = text.endSpan()
    references.addLink(link.href, visible === '' ? link.alts : visible)
    link = undefined
  }

  function pop() {
    const closed = stack.pop()
    if (closed?.isHidden) hidden -= 1
    if (closed?.name === 'a') endLink()
  }

  function close(name: string) {
    if (hidden === 0 && blockElements.has(name)) text.breakBlock()
    let at = stack.length - 1
    while (at >= 0 && stack[at]?.name !== name) at -= 1
    if (at < 0) return
    while (stack.length > at) pop()
  }

  readTokens(html, {
    text(raw) {
      if (hidden === 0) text.add(decodeEntities(raw))
    },
    open,
    close,
  })
  endLink()
  return { text: text.finish(), ...references.result() }
}

function attribute(raw: string, name: string): string {
  const value = findAttribute(raw, name)
  return value === undefined ? '' : decodeAttribute(value.slice(0, limits.hrefCharacters * 2))
}

/** Gathers links and images within limits. */
function createReferences() {
  const links: HtmlLink[] = []
  const images: HtmlImage[] = []
  let linksLeftOut = 0
  let imagesLeftOut = 0
  return {
    addLink(href: string, visible: string) {
      // browsers drop line breaks and tabs inside an address
      const clean = href.replace(/[\t\r\n]/g, '').trim()
      if (clean === '' || clean.startsWith('#')) return
      if (links.length >= limits.links) linksLeftOut += 1
      else links.push({ text: shorten(collapseSpace(visible)), href: shorten(clean) })
    },
    addImage(src: string, alt: string) {
      const clean = src.trim()
      if (clean === '') return
      // an image inside the HTML itself is no reference; its data would fill the facts
      const short = clean.startsWith('data:') ? clean.slice(0, 64) : shorten(clean)
      if (images.length >= limits.images) imagesLeftOut += 1
      else images.push({ src: short, alt: shorten(collapseSpace(alt)) })
    },
    result: (): Omit<HtmlContent, 'text'> => ({ links, images, linksLeftOut, imagesLeftOut }),
  }
}

function shorten(text: string): string {
  return text.length > limits.hrefCharacters ? text.slice(0, limits.hrefCharacters) : text
}

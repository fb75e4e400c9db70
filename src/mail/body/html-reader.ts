// The visible text, links and images of HTML, in one pass over its tags and without a tree, so that no nesting can hurt.

import { limits } from '../limits.js'
import { collapseSpace } from '../normalise.js'
import { elementOf, type HtmlElement } from './html-elements.js'
import { decodeAttribute, decodeEntities } from './html-entities.js'
import { findAttribute, type HtmlTokenHandler, readTokens } from './html-tokens.js'
import { givesSize, hidesContent, takesSize } from './html-visibility.js'
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
  const reading = new HtmlInReading()
  readTokens(html, reading)
  return reading.result()
}

interface OpenElement {
  readonly element: HtmlElement
  readonly isHidden: boolean
  /** of text around it */
  readonly wasSizeless: boolean
}

/** Lives from the first tag of a document to its last. */
class HtmlInReading implements HtmlTokenHandler {
  readonly #text = createTextFlow()
  readonly #references = createReferences()
  readonly #stack: OpenElement[] = []
  #hidden = 0
  #isSizeless = false
  #link: { readonly href: string; alts: string } | undefined

  text(raw: string): void {
    // a head that was left open (HTML §13.2.6.4.4)
    if (this.#hidden > 0 && this.#stack.at(-1)?.element.name === 'head' && /[^ \t\r\n\f]/.test(raw))
      this.#pop()
    if (this.#hidden === 0 && !this.#isSizeless) this.#text.add(decodeEntities(raw))
  }

  result(): HtmlContent {
    this.#endLink()
    return { text: this.#text.finish(), ...this.#references.result() }
  }

  open(tag: string, raw: string): void {
    const element = elementOf(tag)
    while (this.#stack.at(-1)?.element.closers?.has(element.name)) this.#pop()
    const isHidden = element.isUnseen || hidesContent(element.name, raw)
    if (this.#hidden === 0 && !isHidden) this.#show(element, raw)
    if (element.isVoid || this.#stack.length >= limits.htmlDepth) return
    this.#stack.push({ element, isHidden, wasSizeless: this.#isSizeless })
    if (isHidden) this.#hidden += 1
    this.#isSizeless = this.#isSizeless ? !givesSize(element.name, raw) : takesSize(raw)
  }

  #show({ name, isBlock }: HtmlElement, raw: string) {
    if (name === 'br') this.#text.breakLine()
    else if (isBlock) this.#text.breakBlock()
    else if (name === 'td' || name === 'th') this.#text.blank()
    else if (name === 'img') this.#showImage(raw)
    else if (name === 'a') this.#beginLink(raw)
    else if (name === 'area') this.#references.addLink(attribute(raw, 'href'), attribute(raw, 'alt'))
  }

  #showImage(raw: string) {
    const alt = attribute(raw, 'alt')
    if (this.#link) this.#link.alts += ` ${alt}`
    this.#references.addImage(attribute(raw, 'src'), alt)
  }

  #beginLink(raw: string) {
    this.#endLink()
    const href = attribute(raw, 'href')
    if (href === '') return
    this.#link = { href, alts: '' }
    this.#text.beginSpan()
  }

  #endLink() {
    if (!this.#link) return
    const visible = this.#text.endSpan()
    this.#references.addLink(this.#link.href, visible === '' ? this.#link.alts : visible)
    this.#link = undefined
  }

  #pop() {
    const closed = this.#stack.pop()
    if (!closed) return
    if (closed.isHidden) this.#hidden -= 1
    this.#isSizeless = closed.wasSizeless
    if (closed.element.name === 'a') this.#endLink()
  }

  close(tag: string): void {
    const { name, isBlock } = elementOf(tag)
    if (this.#hidden === 0 && isBlock) this.#text.breakBlock()
    let at = this.#stack.length - 1
    while (at >= 0 && this.#stack[at]?.element.name !== name) at -= 1
    if (at < 0) return
    while (this.#stack.length > at) this.#pop()
  }
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

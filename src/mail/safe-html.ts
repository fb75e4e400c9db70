// A mail's HTML made safe for a sandboxed frame: the second layer behind the Content-Security-Policy.

import { voidElements } from './body/html-elements.js'
import { decodeEntities } from './body/html-entities.js'
import { eachAttribute, readTokens } from './body/html-tokens.js'
import { allowedAttributes, allowedElements, removedWithContent } from './html/allowed.js'
import { inScheme, safeCss } from './html/css/safe-css.js'
import { type ImagePolicy, safeImage, safeLink } from './html/safe-url.js'
import { limits } from './limits.js'

export interface SafeHtmlOptions {
  /** Content-ID without angle brackets → `data:` URL */
  readonly cidImages: ReadonlyMap<string, string>
  readonly remoteImages: boolean
  /** the scheme that the reader's system is said to ask for; unset, the browser says it */
  readonly scheme?: 'light' | 'dark'
}

export interface SafeHtml {
  readonly html: string
  /** how many remote images were left out because `remoteImages` is off */
  readonly remoteBlocked: number
}

/**
 * Writes the mail anew from elements and attributes on an allow-list, every text and value escaped, so that nothing that was read wrongly
 * can become markup. Links that lead away open in a new window without opener and referrer. Linear in the length; never throws.
 */
export function safeHtml(html: string, options: SafeHtmlOptions): SafeHtml {
  const policy: ImagePolicy = { ...options, blocked: 0 }
  const pieces: string[] = []
  let depth = 0
  /** the element that is being removed with its content, and how often it is nested */
  let removing: { readonly name: string; nested: number } | undefined

  function open(name: string, raw: string) {
    if (removing) {
      if (removing.name === name && !isSelfClosed(raw)) removing.nested += 1
      return
    }
    if (removedWithContent.has(name)) {
      if (!isRawText(name) && !isSelfClosed(raw)) removing = { name, nested: 1 }
      return
    }
    const isVoid = voidElements.has(name)
    if (!allowedElements.has(name) || name === 'style' || (!isVoid && depth >= limits.htmlDepth)) return
    if (!isVoid) depth += 1
    pieces.push(`<${name}${safeAttributes(name, raw, policy)}>`)
  }

  function close(name: string) {
    if (removing) {
      if (removing.name === name) removing.nested -= 1
      if (removing.nested === 0) removing = undefined
      return
    }
    if (!allowedElements.has(name) || voidElements.has(name) || name === 'style') return
    depth = Math.max(0, depth - 1)
    pieces.push(`</${name}>`)
  }

  readTokens(html, {
    text(raw) {
      if (!removing) pieces.push(escapeHtml(decodeEntities(raw)))
    },
    open,
    close,
    raw(name, content, raw) {
      if (name !== 'style' || removing) return
      pieces.push(`<style${safeAttributes(name, raw, policy)}>${safeCss(content, policy)}</style>`)
    },
  })
  return { html: pieces.join(''), remoteBlocked: policy.blocked }
}

/** Their content never comes as elements, so there is no end to wait for. */
function isRawText(name: string): boolean {
  return /^(?:script|title|textarea|xmp|iframe|noembed|noframes|plaintext)$/.test(name)
}

function isSelfClosed(raw: string): boolean {
  return raw.trimEnd().endsWith('/')
}

function safeAttributes(element: string, raw: string, policy: ImagePolicy): string {
  let written = ''
  let leadsAway = false
  eachAttribute(raw, (name, value) => {
    const safe = safeValue(element, { name, value }, policy)
    if (safe === undefined) return
    // a place in the mail itself is gone to where the mail is shown
    if (name === 'href' && !safe.startsWith('#')) leadsAway = true
    written += ` ${name}="${escapeHtml(safe)}"`
  })
  return leadsAway ? `${written} target="_blank" rel="noopener noreferrer"` : written
}

function safeValue(
  element: string,
  { name, value }: { readonly name: string; readonly value: string },
  policy: ImagePolicy,
): string | undefined {
  if (name === 'style') return safeCss(value, policy)
  if (name === 'href') return element === 'a' || element === 'area' ? safeLink(value) : undefined
  if (name === 'src') return element === 'img' ? safeImage(value, policy) : undefined
  if (name === 'background') return safeImage(value, policy)
  if (name === 'media') return inScheme(value, policy.scheme)
  if (name === 'usemap') return value.startsWith('#') ? value : undefined
  return allowedAttributes.has(name) || /^aria-[a-z]+$/.test(name) ? value : undefined
}

function escapeHtml(text: string): string {
  return /[&<>"']/.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
    : text
}

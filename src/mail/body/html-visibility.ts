// Which text of HTML is not shown, by what its elements say themselves. Style sheets are not read.

import { findAttribute } from './html-tokens.js'

// cheap looks before the attributes are read
const maybeHidden = /hid|none/i
const maybeSizeless = /font(?:-size)?\s*:\s*\.?0/i
// `mso-hide: all` hides from Outlook alone, which has a button of its own in a comment
const hiding = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const sizes = /(?:^|[;\s])font(-size)?\s*:\s*([^;]*)/gi
const zero = /^\.?0[.0]*(?:[a-z]+|%)?\s*(?:!|$)/i
const zeroInShorthand = /(?:^|\s)\.?0[.0]*(?:[a-z]+|%)?(?=[\s/])/i
const ofParent = /^(?:[\d.]+(?:em|ex|ch|%)|inherit|unset|smaller|larger)\s*(?:!|$)/i
const styleCharacters = 4096

/** Whether an element is hidden with all that is in it. */
export function hidesContent(name: string, attributes: string): boolean {
  if (attributes.length < 6 || name === 'img' || !maybeHidden.test(attributes)) return false
  if (findAttribute(attributes, 'hidden') !== undefined) return true
  return hiding.test(styleOf(attributes))
}

/** Whether text of the element has the size 0: hidden itself, while what has a size of its own within is seen. */
export function takesSize(attributes: string): boolean {
  return maybeSizeless.test(attributes) && sizeIn(styleOf(attributes)) === 'zero'
}

/**
 * Whether text is seen again in this element, which stands in one of the size 0. Generators (MJML) close the gaps between columns that way.
 * A style sheet may well give a size to what has a class; tables take no size from around them in old layout and in Outlook.
 */
export function givesSize(name: string, attributes: string): boolean {
  const size = sizeIn(styleOf(attributes))
  if (size !== 'none') return size === 'own'
  if (name === 'table') return true
  const givers = name === 'font' ? ['size', 'class', 'id'] : ['class', 'id']
  return givers.some((giver) => findAttribute(attributes, giver) !== undefined)
}

function styleOf(attributes: string): string {
  return findAttribute(attributes, 'style')?.slice(0, styleCharacters) ?? ''
}

/** By the last declaration, which wins. */
function sizeIn(style: string): 'none' | 'zero' | 'ofParent' | 'own' {
  let size: ReturnType<typeof sizeIn> = 'none'
  sizes.lastIndex = 0
  for (let found = sizes.exec(style); found; found = sizes.exec(style)) {
    const [, longhand, value = ''] = found
    if ((longhand === undefined ? zeroInShorthand : zero).test(value)) size = 'zero'
    else size = ofParent.test(value) ? 'ofParent' : 'own'
  }
  return size
}

// Web addresses in plain text, without the punctuation that ends a sentence.

import { limits } from '../limits.js'

const rest = /[^\s\p{Cc}<>"`{}|\\^\u3000-\u303f\uff00-\uffef]{1,4096}/uy
const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/** In order, duplicates included, at most `limit`. */
export function plainLinks(
  text: string,
  limit: number = limits.links,
): { readonly hrefs: string[]; readonly leftOut: number } {
  const hrefs: string[] = []
  let leftOut = 0
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const scheme = /https?$/i.exec(text.slice(Math.max(0, at - 5), at))?.[0]
    rest.lastIndex = at + 3
    const match = scheme === undefined ? null : rest.exec(text)
    if (!match || scheme === undefined) continue
    const href = withoutTail(`${scheme}://${match[0]}`)
    at += match[0].length
    if (!/^https?:\/\/[^/?#]/i.test(href)) continue
    if (hrefs.length < limit) hrefs.push(href)
    else leftOut += 1
  }
  return { hrefs, leftOut }
}

/** Trailing punctuation goes; a closing bracket stays when the address opened it. */
function withoutTail(href: string): string {
  let end = href.length
  while (end > 0) {
    const last = href.charAt(end - 1)
    if (/[.,;:!?'*_~]/.test(last)) end -= 1
    else if (closers[last] !== undefined && !isOpened(href.slice(0, end), closers[last], last)) end -= 1
    else break
  }
  return href.slice(0, end)
}

function isOpened(href: string, opener: string, closer: string): boolean {
  return href.split(opener).length >= href.split(closer).length
}

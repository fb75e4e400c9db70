// Web addresses in plain text, without the punctuation that ends a sentence.

import { limits } from '../limits.js'

const rest = /[^\s\p{Cc}<>"`{}|\\^\u3000-\u303f\uff00-\uffef]{1,4096}/uy
const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[' }
/** Beside these the last character of an address is as often its own; tokens in base64url end with `_`. */
const emphasis = /[_~]/
const punctuation = /[.,;:!?'*]/

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
    const whole = `${scheme}://${match[0]}`
    const lead = text.slice(Math.max(0, at - scheme.length - 8), at - scheme.length)
    const isDelimited = /<(?:URL:)?$/i.test(lead) && text[rest.lastIndex] === '>'
    const href = isDelimited ? whole : withoutTail(whole, lead)
    at += match[0].length
    if (!/^https?:\/\/[^/?#]/i.test(href)) continue
    if (hrefs.length < limit) hrefs.push(href)
    else leftOut += 1
  }
  return { hrefs, leftOut }
}

/** Trailing punctuation goes; a closing bracket stays when the address opened it, and so do `_` and `~` that did not open before it. */
function withoutTail(href: string, lead: string): string {
  let end = href.length
  let marks = /[*_~]*$/.exec(lead)?.[0] ?? ''
  let counts: Map<string, number> | undefined
  while (end > 0) {
    const last = href.charAt(end - 1)
    if (emphasis.test(last)) {
      if (!marks.includes(last)) break
      marks = marks.replace(last, '')
    } else if (openers[last] !== undefined) {
      counts ??= countBrackets(href)
      const closed = counts.get(last) ?? 0
      if ((counts.get(openers[last]) ?? 0) >= closed) break
      counts.set(last, closed - 1)
    } else if (!punctuation.test(last)) break
    end -= 1
  }
  return href.slice(0, end)
}

function countBrackets(href: string): Map<string, number> {
  return new Map(['(', ')', '[', ']'].map((bracket) => [bracket, href.split(bracket).length - 1]))
}

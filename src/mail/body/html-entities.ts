// Character references in HTML text: `&amp;`, `&#8217;`, `&eacute;`.

import { Tokenizer } from 'htmlparser2'

const common: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&nbsp;', '\u00a0'],
  ['&#160;', '\u00a0'],
  ['&zwnj;', '\u200c'],
  ['&copy;', '\u00a9'],
])

const reference = /&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,32});?/y
const attributeReference =
  /&(?:#\d{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,32}(?:;|(?![=a-zA-Z0-9])))/y

/** Decodes references as browsers do in text; what is none stays. */
export function decodeEntities(text: string): string {
  const first = text.indexOf('&')
  return first < 0 ? text : decodeFrom(text, first, reference)
}

/** Decodes references as browsers do in attributes: `?a=1&copy=2` holds none (HTML §13.2.5.73). */
export function decodeAttribute(text: string): string {
  const first = text.indexOf('&')
  return first < 0 ? text : decodeFrom(text, first, attributeReference)
}

/** `form` is sticky and matches one whole reference. */
function decodeFrom(text: string, first: number, form: RegExp): string {
  let decoded = ''
  let done = 0
  for (let at = first; at >= 0; at = text.indexOf('&', Math.max(done, at + 1))) {
    if (text.startsWith('amp;', at + 1)) {
      decoded += text.slice(done, at + 1)
      done = at + 5
      continue
    }
    form.lastIndex = at
    const found = form.exec(text)?.[0]
    if (found === undefined) continue
    decoded += text.slice(done, at) + (common.get(found) ?? remembered.get(found) ?? decodeRare(found))
    done = at + found.length
  }
  return decoded + text.slice(done)
}

/** References that were decoded before: accented letters come by the thousand. */
const remembered = new Map<string, string>()
const rememberedMost = 1000

/** The tokenizer of htmlparser2 knows all names, and the numbers that mean Windows-1252. */
function decodeRare(found: string): string {
  let decoded = ''
  const ignore = () => {}
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (start, end) => {
        decoded += found.slice(start, end)
      },
      ontextentity: (codePoint) => {
        decoded += String.fromCodePoint(codePoint)
      },
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onopentagname: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
    },
  )
  tokenizer.write(found)
  tokenizer.end()
  if (remembered.size < rememberedMost) remembered.set(found, decoded)
  return decoded
}

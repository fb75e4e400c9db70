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

const reference = /&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,32});?/g
const attributeReference =
  /&(?:#\d{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,32}(?:;|(?![=a-zA-Z0-9])))/g

/** Decodes references as browsers do in text; what is none stays. */
export function decodeEntities(text: string): string {
  return text.includes('&')
    ? text.replace(reference, (found) => common.get(found) ?? decodeRare(found))
    : text
}

/** Decodes references as browsers do in attributes: `?a=1&copy=2` holds none (HTML §13.2.5.73). */
export function decodeAttribute(text: string): string {
  return text.includes('&')
    ? text.replace(attributeReference, (found) => common.get(found) ?? decodeRare(found))
    : text
}

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
  return decoded
}

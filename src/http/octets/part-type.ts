// Under which type a part of a mail is handed to a browser.

/** Pictures that no browser runs anything of. */
const inlineImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Types that a page of ours could be made to run or style itself with. */
const active =
  /^(?:text\/(?:html|css|xml|xsl|javascript|ecmascript|jscript|vbscript)|image\/svg.*|application\/(?:.*(?:xml|javascript|ecmascript|xhtml|wasm|manifest).*)|.*\+xml|multipart\/.*)$/

const wellFormed = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/

export interface PartType {
  readonly contentType: string
  readonly kind: 'inline' | 'attachment'
}

/** @param declared as the mail says, lower case */
export function partType(declared: string, charset: string | undefined): PartType {
  if (inlineImages.has(declared)) return { contentType: declared, kind: 'inline' }
  if (!wellFormed.test(declared) || active.test(declared)) {
    return { contentType: 'application/octet-stream', kind: 'attachment' }
  }
  const isNamed = declared.startsWith('text/') && /^[\w.:+-]{1,40}$/.test(charset ?? '')
  return { contentType: isNamed ? `${declared}; charset=${charset}` : declared, kind: 'attachment' }
}

// Cuts HTML into tags, text and conditional comments in one pass, however broken it is. Nothing is decoded.

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: readonly Attribute[] }
  | { readonly kind: 'close'; readonly name: string }
  /** `<!--[if mso]>…<![endif]-->`; other comments are left out */
  | { readonly kind: 'comment'; readonly text: string }

export type Attribute = readonly [name: string, value: string]

/** Their content is no HTML. */
const rawText = new Set(['script', 'style', 'title', 'textarea', 'xmp'])

export function* htmlPieces(html: string): Generator<Piece> {
  let at = 0
  while (at < html.length) {
    const start = nextTag(html, at)
    if (start > at) yield { kind: 'text', text: html.slice(at, start) }
    if (start >= html.length) return
    const { piece, end } = /^<[!?]/.test(html.slice(start, start + 2))
      ? declaration(html, start)
      : tag(html, start)
    if (piece) yield piece
    at = end
    if (piece?.kind !== 'open' || !rawText.has(piece.name)) continue
    const close = endOfRawText(html, at, piece.name)
    if (close > at) yield { kind: 'text', text: html.slice(at, close) }
    at = close
  }
}

/** The next `<` that begins a tag, a comment or a declaration; the length of the text where there is none. */
function nextTag(html: string, from: number): number {
  const begin = /<[a-z!/?]/gi
  begin.lastIndex = from
  return begin.exec(html)?.index ?? html.length
}

interface Cut {
  readonly piece?: Piece
  readonly end: number
}

function declaration(html: string, start: number): Cut {
  const isComment = html.startsWith('<!--', start)
  const found = html.indexOf(isComment ? '-->' : '>', start + 2)
  const end = found < 0 ? html.length : found + (isComment ? 3 : 1)
  const text = html.slice(start, end)
  return /^<!(?:--)?\[if|^<!\[endif/i.test(text) ? { piece: { kind: 'comment', text }, end } : { end }
}

const attributeForm = /([^\s/>"'=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|>|[\s\S]/g

/** A tag that does not end is dropped with the rest, as browsers do. */
function tag(html: string, start: number): Cut {
  const head = /<(\/?)([a-z][^\s/>]*)?/iy
  head.lastIndex = start
  const [, slash, name = ''] = head.exec(html) ?? []
  const attributes = new Map<string, string>()
  attributeForm.lastIndex = head.lastIndex
  for (let match = attributeForm.exec(html); match; match = attributeForm.exec(html)) {
    if (match[0] === '>') return { piece: pieceOf({ slash, name, attributes }), end: attributeForm.lastIndex }
    const key = match[1]?.toLowerCase()
    if (key !== undefined && !attributes.has(key)) attributes.set(key, match[2] ?? match[3] ?? match[4] ?? '')
  }
  return { end: html.length }
}

interface ReadTag {
  readonly slash: string | undefined
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

const pieceOf = ({ slash, name, attributes }: ReadTag): Piece =>
  slash === '/'
    ? { kind: 'close', name: name.toLowerCase() }
    : { kind: 'open', name: name.toLowerCase(), attributes: [...attributes] }

function endOfRawText(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

// A message as MailHog cuts it up: header fields by name, the body as it was sent, and the pieces between boundary lines. Nothing is
// decoded, and the closing boundary leaves a last piece "--", which programs that count pieces rely on.

export interface Content {
  readonly Headers: Readonly<Record<string, readonly string[]>>
  readonly Body: string
  readonly Size: number
  readonly MIME: Tree | null
}

export interface Tree {
  readonly Parts: readonly Content[]
}

/** Boundaries come from mail: without a limit a few octets could ask for millions of pieces. */
const most = { parts: 1000, depth: 6, headers: 1000, headerLength: 256 * 1024 }

/** @param text one character for each octet, or decoded as UTF-8 */
export function cutUp(text: string, depth = 0): Content {
  const { header, body } = halves(text)
  const fields = fieldsOf(header)
  const type = fields.get('content-type')?.values[0] ?? ''
  const isMultipart = /^multipart\//i.test(type) && depth < most.depth
  return {
    Headers: Object.fromEntries([...fields.values()].map(({ name, values }) => [name, values])),
    Body: body,
    Size: text.length,
    MIME: isMultipart ? treeOf(body, type, depth) : null,
  }
}

/** A text without an empty line is all body, as in MailHog; bare line feeds end lines too. */
function halves(text: string): { readonly header: string; readonly body: string } {
  if (/^\r?\n/.test(text)) return { header: '', body: text.replace(/^\r?\n/, '') }
  const end = /\r?\n\r?\n/.exec(text)
  if (!end) return { header: '', body: text }
  return { header: text.slice(0, end.index), body: text.slice(end.index + end[0].length) }
}

interface Field {
  /** as first written */
  readonly name: string
  readonly values: string[]
}

/** By lower-case name. Folds are joined as they are; lines that are no fields are passed over. */
function fieldsOf(header: string): Map<string, Field> {
  const fields = new Map<string, Field>()
  let last: Field | undefined
  for (const line of header.slice(0, most.headerLength).split(/\r?\n/).slice(0, most.headers)) {
    if (/^[ \t]/.test(line)) {
      if (last) last.values.push(`${last.values.pop() ?? ''}${line}`)
      continue
    }
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon)
    const key = name.toLowerCase()
    last = fields.get(key) ?? { name, values: [] }
    last.values.push(line.slice(colon + 1).replace(/^ /, ''))
    fields.set(key, last)
  }
  return fields
}

function treeOf(body: string, type: string, depth: number): Tree {
  const boundary = boundaryOf(type)
  if (boundary === '') return { Parts: [] }
  const pieces = body.split(`--${boundary}`, most.parts)
  const real = pieces.filter((piece) => piece !== '').map(withoutOuterLineEnds)
  return { Parts: real.map((piece) => cutUp(piece, depth + 1)) }
}

// by hand, because a pattern that looks for the end begins anew at each line end of a long run in the middle
function withoutOuterLineEnds(text: string): string {
  let start = 0
  let end = text.length
  while (isLineEnd(text[start])) start++
  while (end > start && isLineEnd(text[end - 1])) end--
  return text.slice(start, end)
}

const isLineEnd = (char: string | undefined): boolean => char === '\r' || char === '\n'

function boundaryOf(type: string): string {
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type) ?? []
  return quoted ?? bare ?? ''
}

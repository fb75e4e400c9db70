// Follows a mail line by line as its source comes in: where headers are, where parts begin and end. Pure.

type LineKind = 'header' | 'body' | 'boundary'

/** A part from the end of its boundary line to the end of its last line, as character offsets. */
interface Fold {
  readonly from: number
  readonly to: number
}

export interface Structure {
  /** Takes the next piece of the text. */
  readonly push: (text: string) => void
  /** what the line at this offset is */
  readonly kindAt: (offset: number) => LineKind
  /** the part whose boundary line begins at this offset */
  readonly foldAt: (lineStart: number) => Fold | undefined
  readonly folds: () => readonly Fold[]
}

/** Characters of a line that are looked at: boundaries and the parameters that name them are shorter. */
const lineRoom = 1000
const mostBoundaries = 50

export function createStructure(): Structure {
  const starts: number[] = [0]
  const kinds: LineKind[] = ['header']
  const folds = new Map<number, Fold>()
  const boundaries = new Set<string>()
  let line = ''
  let lineStart = 0
  let offset = 0
  let inHeader = true
  let header = ''
  let open: { readonly start: number; readonly from: number } | undefined

  function endLine(): void {
    const text = line.replace(/\r$/, '')
    const boundary = boundaryOf(text)
    if (boundary) {
      if (open && lineStart - 1 > open.from) folds.set(open.start, { from: open.from, to: lineStart - 1 })
      open = boundary === 'closing' ? undefined : { start: lineStart, from: lineStart + line.length }
      inHeader = boundary === 'opening'
      header = ''
      mark('boundary')
    } else if (inHeader && text === '') {
      noteBoundary(header)
      inHeader = false
      mark('body')
    } else {
      if (inHeader && header.length < 65_536) header += /^[ \t]/.test(text) ? text : `\n${text}`
      mark(inHeader ? 'header' : 'body')
    }
  }

  function mark(kind: LineKind): void {
    if (kinds.at(-1) === kind) return
    starts.push(lineStart)
    kinds.push(kind)
  }

  function noteBoundary(fields: string): void {
    const found = /^content-type:[^\n]*?\bboundary\s*=\s*(?:"([^"\n]{1,200})"|([^\s;"\n]{1,200}))/im.exec(
      fields,
    )
    const boundary = found?.[1] ?? found?.[2]
    if (boundary !== undefined && boundaries.size < mostBoundaries) boundaries.add(boundary)
  }

  function boundaryOf(text: string): 'opening' | 'closing' | undefined {
    if (!text.startsWith('--') || boundaries.size === 0) return undefined
    const name = text.slice(2).trimEnd()
    if (boundaries.has(name)) return 'opening'
    return name.endsWith('--') && boundaries.has(name.slice(0, -2)) ? 'closing' : undefined
  }

  return {
    push(text) {
      for (let from = 0; from < text.length; ) {
        const end = text.indexOf('\n', from)
        const stop = end < 0 ? text.length : end
        if (line.length < lineRoom) line += text.slice(from, Math.min(stop, from + lineRoom - line.length))
        offset += stop - from
        from = stop
        if (end < 0) return
        endLine()
        offset += 1
        from += 1
        lineStart = offset
        line = ''
      }
    },
    kindAt: (at) => kinds[indexAtOrBefore(starts, at)] ?? 'body',
    foldAt: (start) => folds.get(start),
    folds: () => [...folds.values()],
  }
}

/** @param starts ascending */
function indexAtOrBefore(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

// Colours the lines that are in sight: names of fields, encoded words, boundaries, quoted-printable.

import type { Extension, Range } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import type { Structure } from './structure.js'

const marks = {
  name: Decoration.mark({ class: 'src-name' }),
  word: Decoration.mark({ class: 'src-word' }),
  boundary: Decoration.mark({ class: 'src-boundary' }),
}

/** Characters of one line that are looked at. */
const lineRoom = 2000

export const mailMarks = (structure: Structure): Extension =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = marksIn(view, structure)
      }
      update({ docChanged, viewportChanged, view }: ViewUpdate) {
        if (docChanged || viewportChanged) this.decorations = marksIn(view, structure)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )

function marksIn({ visibleRanges, state }: EditorView, structure: Structure): DecorationSet {
  const found: Range<Decoration>[] = []
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at)
      const end = Math.min(line.to, line.from + lineRoom)
      const text = state.sliceDoc(line.from, end)
      found.push(...marksOf(text, line.from, structure))
      at = line.to + 1
    }
  }
  return Decoration.set(found, true)
}

function marksOf(text: string, from: number, structure: Structure): Range<Decoration>[] {
  if (text === '') return []
  const kind = structure.kindAt(from)
  if (kind === 'boundary') return [marks.boundary.range(from, from + text.length)]
  if (kind === 'body') return []
  const name = /^[!-9;-~]{1,200}:/.exec(text)?.[0] ?? ''
  const words = [...text.matchAll(/=\?[\w-]{1,40}(?:\*[\w-]{1,20})?\?[bq]\?[^?\s]{0,100}\?=/gi)]
  return [
    ...(name === '' ? [] : [marks.name.range(from, from + name.length)]),
    ...words.map(({ index, 0: word }) => marks.word.range(from + index, from + index + word.length)),
  ]
}

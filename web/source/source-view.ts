// The viewer: a read-only editor to which text is added at its end.

import { codeFolding, foldEffect, foldGutter, foldKeymap, foldService, unfoldAll } from '@codemirror/language'
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { sourceText } from '../text/panels.js'
import { mailMarks } from './mail-marks.js'
import { sourceTheme } from './source-theme.js'
import { createStructure } from './structure.js'

export interface SourceView {
  readonly append: (text: string) => void
  readonly find: () => void
  readonly foldAll: () => void
  readonly unfoldAll: () => void
  readonly close: () => void
}

/** @param host an element without a shadow tree, or one that had a viewer before */
export function openSourceView(host: HTMLElement): SourceView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  // keys that are pressed in the viewer are the viewer's, also while its search is open
  const keep = (event: KeyboardEvent): void => event.stopPropagation()
  host.addEventListener('keydown', keep)
  const structure = createStructure()
  const foldParts = foldService.of((_, lineStart, lineEnd) => {
    const fold = structure.foldAt(lineStart)
    return fold && fold.to > lineEnd ? { from: lineEnd, to: fold.to } : null
  })
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      extensions: [
        EditorState.readOnly.of(true),
        EditorState.lineSeparator.of('\n'),
        EditorView.contentAttributes.of({
          'aria-label': sourceText.label,
          'aria-readonly': 'true',
          tabindex: '0',
        }),
        lineNumbers(),
        foldGutter(),
        codeFolding(),
        foldParts,
        search({ top: true }),
        highlightSelectionMatches(),
        highlightSpecialChars({ addSpecialChars: /[\u202a-\u202e\u2066-\u2069]/g }),
        keymap.of([...searchKeymap, ...foldKeymap]),
        mailMarks(structure),
        sourceTheme,
      ],
    }),
  })
  return {
    append(text) {
      // a CR at the end of each line would be drawn as a dot
      const shown = text.replaceAll('\r', '')
      structure.push(shown)
      view.dispatch({ changes: { from: view.state.doc.length, insert: shown } })
    },
    find: () => openSearchPanel(view),
    foldAll: () => view.dispatch({ effects: structure.folds().map((fold) => foldEffect.of(fold)) }),
    unfoldAll: () => unfoldAll(view),
    close: () => {
      host.removeEventListener('keydown', keep)
      view.destroy()
    },
  }
}

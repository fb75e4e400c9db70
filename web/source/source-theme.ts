// How the viewer looks. Its styles are sheets that it makes itself, which the page's content security policy allows in a shadow tree only.

import { EditorView } from '@codemirror/view'

const field = {
  padding: '0.25rem 0.5rem',
  border: '1px solid var(--outline)',
  borderRadius: 'var(--radius-sm)',
  background: 'var(--surface)',
  color: 'var(--ink)',
  fontSize: 'var(--text-xs)',
}

export const sourceTheme = EditorView.theme({
  '&': { height: '100%', background: 'var(--surface)', color: 'var(--ink)', fontSize: 'var(--text-xs)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.5rem 0' },
  '.cm-gutters': {
    borderRight: '1px solid var(--hairline)',
    background: 'var(--sunken)',
    color: 'var(--ink-muted)',
  },
  '.cm-gutterElement': { cursor: 'default' },
  '.cm-panels': {
    borderBottom: '1px solid var(--hairline)',
    background: 'var(--sunken)',
    color: 'var(--ink)',
    fontFamily: 'var(--sans)',
  },
  '.cm-panel.cm-search': { padding: '0.5rem 2.25rem 0.5rem 0.75rem' },
  '.cm-panel.cm-search label': { fontSize: 'var(--text-xs)' },
  '.cm-panel.cm-search [name=close]': {
    width: '2rem',
    height: '2rem',
    color: 'var(--ink)',
    fontSize: 'var(--text-lg)',
  },
  '.cm-textfield': field,
  '.cm-button': { ...field, background: 'var(--raised)', backgroundImage: 'none' },
  '.cm-searchMatch': { background: 'var(--warning-wash)', outline: '1px solid var(--warning)' },
  '.cm-searchMatch-selected': { background: 'var(--accent-tint)' },
  '.cm-selectionMatch': { background: 'var(--accent-wash)' },
  '.cm-foldPlaceholder': {
    padding: '0 0.5rem',
    border: '1px solid var(--outline)',
    background: 'var(--raised)',
    color: 'var(--ink-soft)',
  },
  '.cm-specialChar': { background: 'var(--warning-wash)', color: 'var(--warning)' },
  '.src-name': { color: 'var(--accent)', fontWeight: '600' },
  '.src-word': { color: 'var(--info)' },
  '.src-boundary': { color: 'var(--warning)', fontWeight: '600' },
})

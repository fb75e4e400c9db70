// What could be meant by the word that is being typed into the search box. Pure.

import { searchText } from '../text/search.js'

/** Names that this server knows. */
export interface Known {
  readonly tags: readonly string[]
  readonly inboxes: readonly string[]
}

export interface Completion {
  /** what would stand there instead of the word */
  readonly text: string
  readonly says: string
}

const most = 8

/** Completions of the last word before the caret; none for what is no beginning of anything. */
export function completionsOf(typed: string, known: Known): readonly Completion[] {
  const word = lastWord(typed).toLowerCase()
  const bare = word.replace(/^-/, '')
  if (bare === '') return []
  const minus = word === bare ? '' : '-'
  return [...fieldsFor(bare), ...namesFor(bare, known)]
    .filter(({ text }) => text !== bare)
    .slice(0, most)
    .map(({ text, says }) => ({ text: `${minus}${text}`, says }))
}

/** The text with its last word completed, ready for the next one or for the field's value. */
export function complete(typed: string, { text }: Completion): string {
  const rest = typed.slice(0, typed.length - lastWord(typed).length)
  return `${rest}${text}${text.endsWith(':') ? '' : ' '}`
}

const lastWord = (typed: string): string => /\S*$/.exec(typed)?.[0] ?? ''

const fieldsFor = (word: string): readonly Completion[] =>
  searchText.fields.flatMap(({ text, says }) => (text.startsWith(word) ? [{ text, says }] : []))

function namesFor(word: string, { tags, inboxes }: Known): readonly Completion[] {
  const [field, begun = ''] = [word.slice(0, word.indexOf(':') + 1), word.slice(word.indexOf(':') + 1)]
  const names = field === 'tag:' ? tags : field === 'inbox:' ? inboxes : []
  return names
    .filter((name) => name.toLowerCase().startsWith(begun.replace(/^"/, '')))
    .map((name) => ({ text: `${field}${quoted(name)}`, says: '' }))
}

/** As the search language wants a name that is not one plain word. */
export const quoted = (name: string): string =>
  /^[\w.@-]+$/u.test(name) ? name : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

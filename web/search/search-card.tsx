// What drops down below the search box: completions, or what can be searched at all.

import type { ReactNode } from 'react'
import { searchText } from '../text/search.js'
import type { Completion } from './completions.js'

interface SearchCardProps {
  /** of the box it belongs to */
  readonly id: string
  readonly completions: readonly Completion[]
  /** which of them the arrow keys chose; -1 for none */
  readonly at: number
  readonly isEmpty: boolean
  readonly onTake: (completion: Completion) => void
  readonly onExample: (example: string) => void
}

export const SearchCard = (props: SearchCardProps): ReactNode => {
  const { id, completions, at, isEmpty, onTake, onExample } = props
  if (completions.length > 0) {
    return (
      <div
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={searchText.suggestions}
        className="search-card"
      >
        {completions.map((completion, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, as a combobox wants it
          <div
            key={completion.text}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className="search-line"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(completion)}
          >
            <code>{completion.text}</code>
            <span>{completion.says}</span>
          </div>
        ))}
      </div>
    )
  }
  if (!isEmpty) return null
  return (
    <section aria-label={searchText.help} className="search-card search-help">
      {[...searchText.fields, ...searchText.also].map(({ example, says }) => (
        <button
          key={example}
          type="button"
          tabIndex={-1}
          className="search-line"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onExample(example)}
        >
          <code>{example}</code>
          <span>{says}</span>
        </button>
      ))}
    </section>
  )
}

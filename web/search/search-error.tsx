// What the server could not read in a search, and where.

import type { ReactNode } from 'react'

export interface SearchMistake {
  readonly sentence: string
  /** characters before it; `undefined` where the server names no place */
  readonly position: number | undefined
}

interface SearchErrorProps {
  readonly id: string
  readonly q: string
  readonly mistake: SearchMistake
}

export const SearchError = ({ id, q, mistake: { sentence, position } }: SearchErrorProps): ReactNode => (
  <div id={id} role="alert" className="search-error">
    {position !== undefined && (
      <code>
        {q.slice(0, position)}
        <mark>{q.slice(position) || ' '}</mark>
      </code>
    )}
    <p>{sentence}</p>
  </div>
)

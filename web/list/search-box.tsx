// The search box: what is typed is searched with Enter; what the server cannot read is told below it.

import './search-box.css'
import { Search, X } from 'lucide-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { listText } from '../text/list.js'
import { IconButton } from '../ui/button.js'

interface SearchBoxProps {
  readonly q: string
  /** the server's sentence; `''` for none */
  readonly error: string
  readonly onSearch: (q: string) => void
}

export function SearchBox({ q, error, onSearch }: SearchBoxProps): ReactNode {
  const [typed, setTyped] = useState(q)
  const errorId = useId()
  const search = (event: FormEvent): void => {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not known to every browser that the page runs in
    <form role="search" className="search" onSubmit={search}>
      <div className="search-field">
        <Search aria-hidden size={15} />
        <input
          type="text"
          inputMode="search"
          enterKeyHint="search"
          data-focus="search"
          aria-label={listText.search}
          placeholder={listText.searchHint}
          aria-invalid={error !== ''}
          aria-describedby={error === '' ? undefined : errorId}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {typed !== '' && <IconButton label={listText.clearSearch} icon={X} onClick={() => onSearch('')} />}
      </div>
      {error !== '' && (
        <p id={errorId} role="alert" className="search-error">
          {error}
        </p>
      )}
    </form>
  )
}

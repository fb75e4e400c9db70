// The search box: completions while typing, a card with the language, and errors at their place.

import './search-box.css'
import { Search, X } from 'lucide-react'
import {
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { listText } from '../text/list.js'
import { IconButton } from '../ui/button.js'
import { type Completion, complete, completionsOf, type Known } from './completions.js'
import { SearchCard } from './search-card.js'
import { SearchError, type SearchMistake } from './search-error.js'

interface SearchBoxProps {
  readonly q: string
  readonly error: SearchMistake | undefined
  readonly known: Known
  readonly onSearch: (q: string) => void
}

export function SearchBox({ q, error, known, onSearch }: SearchBoxProps): ReactNode {
  const [typed, setTyped] = useState(q)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => setTyped(q), [q])
  const found = completionsOf(typed, known)
  const close = (): void => {
    setOpen(false)
    setAt(-1)
  }
  const search = (text: string): void => {
    close()
    input.current?.blur()
    onSearch(text.trim())
  }
  const take = (completion: Completion): void => {
    setTyped(complete(typed, completion))
    setAt(-1)
    input.current?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    const { key } = event
    if (key === 'Escape') {
      event.preventDefault()
      close()
      input.current?.blur()
    }
    if (found.length === 0 || !isOpen) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      const step = key === 'ArrowDown' ? 1 : -1
      setAt((at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length)
    }
    const chosen = found[key === 'Tab' ? Math.max(at, 0) : at]
    if ((key === 'Tab' || key === 'Enter') && chosen && !event.shiftKey) {
      event.preventDefault()
      take(chosen)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    search(typed)
  }
  const errorId = `${id}-error`
  return (
    // biome-ignore lint/a11y/useSemanticElements: not every browser that the page runs in knows the search element
    <form role="search" className="search" onSubmit={submit} onBlur={leaves(close)}>
      <div className="search-field" data-invalid={error ? '' : undefined}>
        <Search aria-hidden size={15} />
        <input
          ref={input}
          type="text"
          role="combobox"
          inputMode="search"
          enterKeyHint="search"
          data-focus="search"
          aria-label={listText.search}
          placeholder={listText.searchHint}
          aria-expanded={isOpen && found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-invalid={error !== undefined}
          aria-describedby={error ? errorId : undefined}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={typed}
          onFocus={() => setOpen(true)}
          onKeyDown={onKey}
          onChange={({ target }) => {
            setTyped(target.value)
            setOpen(true)
            setAt(-1)
          }}
        />
        {typed !== '' && <IconButton label={listText.clearSearch} icon={X} onClick={() => search('')} />}
      </div>
      {error && !isOpen && <SearchError id={errorId} q={q} mistake={error} />}
      {isOpen && (
        <SearchCard
          id={id}
          completions={found}
          at={at}
          isEmpty={typed.trim() === ''}
          onTake={take}
          onExample={(example) => {
            setTyped(example)
            search(example)
          }}
        />
      )}
    </form>
  )
}

/** Calls when the focus goes out of the whole form. */
const leaves =
  (call: () => void) =>
  ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) call()
  }

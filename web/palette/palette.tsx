// The palette: a few letters find every command, inbox, tag and saved search.

import '../ui/sheet.css'
import './palette.css'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { Keys } from '../shortcuts/key-caps.js'
import { paletteText } from '../text/palette.js'
import { findCommands, type PaletteCommand } from './commands.js'
import { useCommands } from './use-commands.js'

/** Open for as long as it is on the page. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const found = findCommands(useCommands(), text)
  const run = (command: PaletteCommand | undefined): void => {
    if (!command) return
    onClose()
    // when the focus is back where it was
    requestAnimationFrame(() => command.run())
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') run(found[at])
    if (step === 0 || found.length === 0) return
    event.preventDefault()
    const next = (at + step + found.length) % found.length
    setAt(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="sheet-backdrop" />
        <Dialog.Popup className="palette" aria-label={paletteText.title}>
          <Search aria-hidden className="palette-icon" size={16} strokeWidth={1.75} />
          <input
            role="combobox"
            className="palette-field"
            aria-label={paletteText.field}
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
            placeholder={paletteText.field}
            value={text}
            onKeyDown={onKey}
            onChange={({ target }) => {
              setText(target.value)
              setAt(0)
            }}
          />
          <div
            id={`${id}-list`}
            role="listbox"
            tabIndex={-1}
            aria-label={paletteText.found}
            className="palette-list"
          >
            {found.map((command, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, as a combobox wants it
              <div
                key={`${command.kind} ${command.name}`}
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === at}
                className="palette-line"
                onClick={() => run(command)}
              >
                <bdi>{command.name}</bdi>
                <small>{command.kind}</small>
                {command.keys && <Keys keys={command.keys} />}
              </div>
            ))}
          </div>
          {found.length === 0 && <p className="palette-nothing">{paletteText.nothing}</p>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

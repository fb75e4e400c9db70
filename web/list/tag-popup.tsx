// The tags of a tag menu, open from the start: those that are in use are a click away, others are typed.

import './tag-menu.css'
import { Popover } from '@base-ui/react/popover'
import { Minus, Plus } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { listText } from '../text/list.js'
import { IconButton } from '../ui/button.js'
import type { TagMenuProps } from './tag-change.js'

export function TagPopup({ button, tags, onChange }: TagMenuProps): ReactNode {
  const [isOpen, setOpen] = useState(true)
  const [typed, setTyped] = useState('')
  const change: TagMenuProps['onChange'] = (what) => {
    onChange(what)
    setTyped('')
    setOpen(false)
  }
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (typed.trim() !== '') change({ addTags: [typed.trim()] })
  }
  const shown = tags.filter((tag) => tag.toLowerCase().includes(typed.trim().toLowerCase())).slice(0, 12)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger render={button} />
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end">
          <Popover.Popup className="menu tag-menu">
            <form onSubmit={add}>
              <input
                className="field"
                aria-label={listText.tagName}
                placeholder={listText.tagName}
                maxLength={100}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            </form>
            <ul>
              {shown.map((tag) => (
                <li key={tag} className="tag-line">
                  <bdi>{tag}</bdi>
                  <IconButton
                    label={listText.addTag(tag)}
                    icon={Plus}
                    onClick={() => change({ addTags: [tag] })}
                  />
                  <IconButton
                    label={listText.removeTag(tag)}
                    icon={Minus}
                    onClick={() => change({ removeTags: [tag] })}
                  />
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

// A saved search in the sidebar, with what can be done to it.

import { Bookmark, Ellipsis } from 'lucide-react'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { forgetSearch, renameSearch, type SavedSearch } from '../search/saved.js'
import { sidebarText } from '../text/sidebar.js'
import { IconButton } from '../ui/button.js'
import { Menu } from '../ui/menu.js'
import { SidebarLink } from './sidebar-link.js'

interface SavedLinkProps {
  readonly search: SavedSearch
  readonly href: string
  readonly isHere: boolean
  readonly onChosen: () => void
}

export function SavedLink({ search, href, isHere, onChosen }: SavedLinkProps): ReactNode {
  const [isNaming, setNaming] = useState(false)
  const [name, setName] = useState(search.name)
  const rename = (event: SyntheticEvent): void => {
    event.preventDefault()
    renameSearch(search, name)
    setNaming(false)
  }
  if (isNaming) {
    return (
      <li>
        <form onSubmit={rename}>
          <input
            // biome-ignore lint/a11y/noAutofocus: the person just asked to type a name here
            autoFocus
            className="field"
            aria-label={sidebarText.searchName}
            maxLength={80}
            value={name}
            onChange={({ target }) => setName(target.value)}
            // a menu that closes takes the focus back once; that is no answer yet
            onBlur={(event) => name !== search.name && rename(event)}
            onKeyDown={({ key }) => key === 'Escape' && setNaming(false)}
          />
        </form>
      </li>
    )
  }
  return (
    <SidebarLink href={href} icon={Bookmark} name={search.name} isHere={isHere} onChosen={onChosen}>
      <Menu
        button={
          <IconButton
            className="sidebar-more"
            label={sidebarText.changeSearch(search.name)}
            icon={Ellipsis}
          />
        }
        commands={[
          { name: sidebarText.rename, movesFocus: true, run: () => setNaming(true) },
          { name: sidebarText.forget, isDanger: true, run: () => forgetSearch(search) },
        ]}
      />
    </SidebarLink>
  )
}

// A few links under a heading.

import { type ReactNode, useId } from 'react'

interface SidebarGroupProps {
  readonly name?: string
  readonly children: ReactNode
}

export function SidebarGroup({ name, children }: SidebarGroupProps): ReactNode {
  const id = useId()
  return (
    <div className="sidebar-group">
      {name && <h2 id={id}>{name}</h2>}
      <ul {...(name && { 'aria-labelledby': id })}>{children}</ul>
    </div>
  )
}

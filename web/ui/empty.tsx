// What stands where there is nothing to show: why, and what to do about it.

import './empty.css'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly children?: ReactNode
}

export const Empty = ({ icon: Icon, title, children }: EmptyProps): ReactNode => (
  <div className="empty">
    <Icon aria-hidden size={30} strokeWidth={1.25} />
    <h2>{title}</h2>
    {children && <div className="empty-more">{children}</div>}
  </div>
)

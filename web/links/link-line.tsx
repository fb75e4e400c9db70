// One link: the words a person sees, and where it leads.

import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { linksText } from '../text/panels.js'
import { CopyButton } from '../ui/copy-button.js'
import { StrangerText } from '../ui/stranger-text.js'
import { differingHosts, isSafeLink } from './differing.js'

interface LinkLineProps {
  readonly text: string
  readonly href: string
}

export function LinkLine({ text, href }: LinkLineProps): ReactNode {
  const differing = differingHosts(text, href)
  const isSafe = isSafeLink(href)
  const address = <StrangerText text={href} upTo={400} />
  return (
    <li className="link-line">
      <div className="link-words">
        <StrangerText className="link-text" text={text || linksText.noWords} upTo={200} />
        {isSafe ? (
          <a className="link-address" href={href} target="_blank" rel="noopener noreferrer">
            {address}
          </a>
        ) : (
          <span className="link-address">
            {address} <em>{linksText.unsafe}</em>
          </span>
        )}
        {differing && (
          <span className="link-differs">
            <TriangleAlert aria-hidden size={14} />
            {linksText.differs(differing.shown, differing.real)}
          </span>
        )}
      </div>
      <CopyButton text={href} label={linksText.copyLink(href.slice(0, 120))} />
    </li>
  )
}

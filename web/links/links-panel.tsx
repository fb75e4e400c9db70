// What a person could follow or would have to type: codes first, then links with where they really lead.

import './links-panel.css'
import { Link2Off } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Code } from '../../src/wire/message.js'
import { countText, percentText } from '../format/size.js'
import type { PanelProps } from '../message/panel.js'
import { linksText } from '../text/panels.js'
import { Button } from '../ui/button.js'
import { CopyButton } from '../ui/copy-button.js'
import { Empty } from '../ui/empty.js'
import { StrangerText } from '../ui/stranger-text.js'
import { LinkLine } from './link-line.js'

const linksAtOnce = 200

export function LinksPanel({ message: { codes, links, listUnsubscribe } }: PanelProps): ReactNode {
  const [shown, setShown] = useState(linksAtOnce)
  if (codes.length + links.length === 0 && !listUnsubscribe) {
    return (
      <Empty icon={Link2Off} title={linksText.noneTitle}>
        {linksText.noneHint}
      </Empty>
    )
  }
  return (
    <div className="links-panel">
      {codes.length > 0 && (
        <section aria-label={linksText.codes}>
          <h2>{linksText.codes}</h2>
          <ul className="code-list">
            {codes.map((code) => (
              <CodeCard key={code.value} code={code} />
            ))}
          </ul>
        </section>
      )}
      {links.length > 0 && (
        <section aria-label={linksText.links}>
          <h2>{linksText.links}</h2>
          <ul>
            {links.slice(0, shown).map((link, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: links may repeat, and their list never changes
              <LinkLine key={at} text={link.text} href={link.href} />
            ))}
          </ul>
          {links.length > shown && (
            <Button onClick={() => setShown(shown + linksAtOnce)}>
              {linksText.more(countText(links.length - shown))}
            </Button>
          )}
        </section>
      )}
      {listUnsubscribe && (
        <section aria-label={linksText.unsubscribe}>
          <h2>{linksText.unsubscribe}</h2>
          <ul>
            {listUnsubscribe.urls.map((url) => (
              <LinkLine
                key={url}
                text={listUnsubscribe.oneClick ? linksText.oneClick : linksText.unsubscribe}
                href={url}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const CodeCard = ({ code: { value, confidence, near } }: { readonly code: Code }): ReactNode => (
  <li className="code-card">
    <StrangerText className="code-value" text={value} upTo={80} />
    <span className="code-near">
      <StrangerText text={near} upTo={160} />
    </span>
    <span className="code-sure">{linksText.confidence(percentText(confidence))}</span>
    <CopyButton text={value} label={linksText.copyCode(value)} />
  </li>
)

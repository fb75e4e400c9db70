// Pieces of code for several tools, one at a time, each copied with a click.

import './code-tabs.css'
import { Tabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.js'

interface CodeTabsProps {
  /** its name for those who hear the page */
  readonly label: string
  readonly blocks: readonly { readonly name: string; readonly code: string }[]
}

export const CodeTabs = ({ label, blocks }: CodeTabsProps): ReactNode => (
  <Tabs.Root className="code-tabs" defaultValue={blocks[0]?.name}>
    <Tabs.List className="code-tab-list" aria-label={label}>
      {blocks.map(({ name }) => (
        <Tabs.Tab key={name} value={name} className="code-tab">
          {name}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    {blocks.map(({ name, code }) => (
      <Tabs.Panel key={name} value={name} className="code-block">
        <CopyButton text={code} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
        <pre tabIndex={0}>{code}</pre>
      </Tabs.Panel>
    ))}
  </Tabs.Root>
)

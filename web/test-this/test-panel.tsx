// The mail on screen as a ready assertion.

import './test-panel.css'
import type { ReactNode } from 'react'
import type { PanelProps } from '../message/panel.js'
import { basePath, serverUrl } from '../server/base.js'
import { testText } from '../text/test-this.js'
import { CodeTabs } from '../ui/code-tabs.js'
import { expectedOf } from './criteria.js'
import { snippets } from './snippets.js'

export function TestPanel({ message }: PanelProps): ReactNode {
  const asking = {
    expected: expectedOf(message),
    url: basePath === '' ? location.origin : serverUrl,
    inbox: message.inboxes[0] ?? '',
  }
  return (
    <div className="test-panel">
      <p>{testText.what}</p>
      <CodeTabs
        label={testText.tools}
        blocks={snippets.map(({ name, write }) => ({ name, code: write(asking) }))}
      />
    </div>
  )
}

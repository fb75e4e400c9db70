// All shortcuts, by what they are for.

import './help-sheet.css'
import type { ReactNode } from 'react'
import { shortcutText } from '../text/shortcuts.js'
import { Sheet } from '../ui/sheet.js'
import { Keys } from './key-caps.js'
import { shortcuts } from './table.js'

const groups = ['moving', 'messages', 'page'] as const

export const HelpSheet = ({ onClose }: { readonly onClose: () => void }): ReactNode => (
  <Sheet title={shortcutText.title} onClose={onClose}>
    <div className="help">
      {groups.map((group) => (
        <section key={group}>
          <h3>{shortcutText.groups[group]}</h3>
          <dl>
            {shortcuts
              .filter((shortcut) => shortcut.group === group)
              .map(({ name, keys }) => (
                <div key={name}>
                  <dt>{shortcutText.does[name]}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  </Sheet>
)

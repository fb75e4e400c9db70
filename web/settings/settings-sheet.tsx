// The settings: what a person likes, how the server is, and the fault rules.

import './settings-sheet.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { prefer, usePreferences } from '../preferences/store.js'
import { statusQuery } from '../server/queries.js'
import { settingsText } from '../text/settings.js'
import { Choice } from '../ui/choice.js'
import { Sheet } from '../ui/sheet.js'
import { FaultRules } from './fault-rules.js'
import { ServerFacts } from './server-facts.js'

export function SettingsSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { theme, density } = usePreferences()
  const { data: status } = useQuery({ ...statusQuery, refetchOnMount: 'always' })
  return (
    <Sheet title={settingsText.title} size="wide" onClose={onClose}>
      <div className="settings">
        <section>
          <h3>{settingsText.look}</h3>
          <Choice
            label={settingsText.theme}
            value={theme}
            options={settingsText.themes}
            onChange={(next) => prefer({ theme: next })}
          />
          <Choice
            label={settingsText.density}
            value={density}
            options={settingsText.densities}
            onChange={(next) => prefer({ density: next })}
          />
        </section>
        {status && <ServerFacts status={status} />}
        <FaultRules />
      </div>
    </Sheet>
  )
}

// What can be done and where one can go right now.

import { useQuery } from '@tanstack/react-query'
import { home } from '../place/place.js'
import { usePlace } from '../place/use-place.js'
import { prefer } from '../preferences/store.js'
import { quoted } from '../search/completions.js'
import { useSavedSearches } from '../search/saved.js'
import { inboxesQuery, tagsQuery } from '../server/queries.js'
import { hasShortcut, runShortcut } from '../shortcuts/handlers.js'
import { shortcuts } from '../shortcuts/table.js'
import { paletteText } from '../text/palette.js'
import { settingsText } from '../text/settings.js'
import { shortcutText } from '../text/shortcuts.js'
import type { PaletteCommand } from './commands.js'

export function useCommands(): readonly PaletteCommand[] {
  const { go } = usePlace()
  const { data: inboxes = [] } = useQuery(inboxesQuery)
  const { data: tags = [] } = useQuery(tagsQuery)
  const saved = useSavedSearches()
  const goTo = (change: Partial<typeof home>) => () => go({ ...home, ...change })
  return [
    ...shortcuts
      .filter(({ name }) => name !== 'palette' && hasShortcut(name))
      .map(({ name, keys }) => ({
        name: shortcutText.does[name],
        kind: paletteText.command,
        keys,
        run: () => void runShortcut(name),
      })),
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      name: paletteText.theme(settingsText.themes[theme]),
      kind: paletteText.command,
      run: () => prefer({ theme }),
    })),
    ...saved.map(({ name, q, inbox }) => ({ name, kind: paletteText.search, run: goTo({ q, inbox }) })),
    ...inboxes.map(({ name }) => ({ name, kind: paletteText.inbox, run: goTo({ inbox: name }) })),
    ...tags.map(({ name }) => ({ name, kind: paletteText.tag, run: goTo({ q: `tag:${quoted(name)}` }) })),
  ]
}

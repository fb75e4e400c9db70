// What comes over the page when asked for: shortcuts, settings, the palette. Each is loaded when it is first wanted.

import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { useShortcut } from '../shortcuts/handlers.js'

const HelpSheet = lazy(async () => ({ default: (await import('../shortcuts/help-sheet.js')).HelpSheet }))
const SettingsSheet = lazy(async () => ({
  default: (await import('../settings/settings-sheet.js')).SettingsSheet,
}))
const Palette = lazy(async () => ({ default: (await import('../palette/palette.js')).Palette }))

type Overlay = 'none' | 'help' | 'settings' | 'palette'

export function Overlays(): ReactNode {
  const [shown, setShown] = useState<Overlay>('none')
  const close = useCallback(() => setShown('none'), [])
  useShortcut(
    'help',
    useCallback(() => setShown('help'), []),
  )
  useShortcut(
    'settings',
    useCallback(() => setShown('settings'), []),
  )
  useShortcut(
    'palette',
    useCallback(() => setShown('palette'), []),
  )
  return (
    <Suspense>
      {shown === 'help' && <HelpSheet onClose={close} />}
      {shown === 'settings' && <SettingsSheet onClose={close} />}
      {shown === 'palette' && <Palette onClose={close} />}
    </Suspense>
  )
}

// Puts theme and density on the root element, where the style sheets look for them.

import { preferences, watchPreferences } from './store.js'

export function applyPreferences(): void {
  const apply = (): void => {
    const { theme, density } = preferences()
    document.documentElement.dataset.theme = theme
    document.documentElement.dataset.density = density
  }
  apply()
  watchPreferences(apply)
}

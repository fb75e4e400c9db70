// Starts the page.

import './styles/layers.css'
import './styles/tokens.css'
import './styles/base.css'
import './ui/field.css'
import { createRoot } from 'react-dom/client'
import { App } from './frame/app.js'
import { applyPreferences } from './preferences/apply.js'

const root = document.getElementById('page')
if (root) {
  applyPreferences()
  createRoot(root).render(<App />)
}

// The languages in the order of the page.

import { go } from './go.js'
import { java } from './java.js'
import type { Language } from './language.js'
import { php } from './php.js'
import { python } from './python.js'
import { ruby } from './ruby.js'

export const languages: readonly Language[] = [python, php, ruby, java, go]

// Every kind of check by the name that stands in the mark, and what is done with a block that has no mark.

import type { Block } from '../pages.js'
import { docker } from './docker.js'
import type { Given, Kind } from './kind.js'
import {
  compose,
  data,
  expectations,
  file,
  options,
  picture,
  repository,
  serve,
  settings,
  testedBy,
} from './read.js'
import { node, output, php, python, ruby, run, vitest } from './run.js'

export const kinds: Readonly<Record<string, Kind>> = {
  run,
  node,
  python,
  php,
  ruby,
  vitest,
  output,
  serve,
  repository,
  file,
  data,
  expectations,
  options,
  settings,
  compose,
  docker,
  'tested-by': testedBy,
  picture,
}

/** A block of another language, or of none, has to say how it is checked. */
const usual: Readonly<Record<string, string>> = { sh: 'run', js: 'node', mjs: 'node', json: 'data' }

/** @throws Error for a block that nobody would check, or whose mark nobody understands */
export function kindOf(block: Block): { readonly kind: Kind; readonly given: Given } {
  const [name = usual[block.language], ...words] = block.marks
  const kind = name === undefined ? undefined : kinds[name]
  if (!kind) {
    const known = Object.entries(kinds).map(([known, { about }]) => `  ${known}: ${about}`)
    const what =
      name === undefined ? `a block of ${block.language || 'no language'} needs` : `"${name}" is no kind of`
    throw new Error(`${what} a check: put <!-- check: kind --> before it.\n${known.join('\n')}`)
  }
  const pairs = words.map(
    (word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] as const,
  )
  const foreign = pairs.filter(([option]) => !kind.options?.includes(option))
  if (foreign.length > 0)
    throw new Error(`${name} does not know ${foreign.map(([option]) => option).join(', ')}`)
  return { kind, given: { ...block, options: new Map(pairs) } }
}

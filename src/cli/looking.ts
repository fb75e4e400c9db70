// Where to look and for how long: the options that wait and assert share.

import { text } from '../config/kinds/words.js'
import { option } from '../config/option.js'
import type { Resolved } from '../config/resolve.js'

const group = 'Looking'

export const lookingOptions = {
  inbox: option({ group, kind: text, default: '', help: 'only mail of this inbox' }),
  after: option({
    group,
    kind: text,
    default: '',
    help: 'only mail after this cursor or time; start for all. With neither --inbox nor --after: the last minute',
  }),
  timeout: option({
    group,
    kind: text,
    default: '',
    help: 'how long to wait: 30s, 2m, 0s for now (default 10s)',
  }),
  settle: option({
    group,
    kind: text,
    default: '',
    help: 'how long it must be quiet before a count is final (default 500ms)',
  }),
}

const names = ['inbox', 'after', 'timeout', 'settle'] as const
type Name = (typeof names)[number]

/**
 * What was given. A flag counts before what `stated` says in the words or the file, and that before the environment.
 */
export function lookingOf(
  { values, sources }: Pick<Resolved<typeof lookingOptions>, 'values' | 'sources'>,
  stated: (name: Name) => boolean,
): Readonly<Partial<Record<Name, string>>> {
  const given = names.filter(
    (name) => values[name] !== '' && (sources[name].from === 'flag' || !stated(name)),
  )
  return Object.fromEntries(given.map((name) => [name, values[name]]))
}

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shortcuts } from '../../web/shortcuts/table.js'
import { shortcutText } from '../../web/text/shortcuts.js'

it('docs/page.md names every shortcut, and no other', () => {
  const page = readFileSync(new URL('../../docs/page.md', import.meta.url), 'utf8')
  const told = [...page.matchAll(/^\| ((?:`[^`]+` ?)+)\| ([^|]+) \|$/gm)].map(([, keys = '', does]) =>
    [keys.trim().replaceAll('`', ''), does].join(': '),
  )

  const known = shortcuts.map(({ name, keys }) => `${keys.join(' ')}: ${shortcutText.does[name]}`)

  expect(told.toSorted()).toEqual(known.toSorted())
})

// Pastes "First mail" and "First assertion" of README.md one after the other, as a newcomer does, beside a server without any mail.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { normal } from './kinds/printed.js'
import { blocksOf, root } from './pages.js'
import { openPlace } from './place.js'

const path = 'README.md'
const whole = readFileSync(join(root, path), 'utf8')
const text = whole.slice(whole.indexOf('\n## First mail\n'), whole.indexOf('\n## Library\n'))
const [mail, assertion, failing, story] = blocksOf({ path, text }).map((block) => block.text)

it('what README.md shows for the first mail and the first assertion works in the order in which it stands there', async () => {
  await using place = await openPlace()
  const paste = (lines = '') => place.run('bash', ['-c', `set -euo pipefail\n${place.localised(lines)}`])

  expect(await paste(mail)).toMatchObject({ code: 0, out: expect.stringContaining('"subject":"Confirm"') })
  expect(await paste(`${assertion}test "$code" = 482913`)).toMatchObject({ code: 0 })
  const failed = await paste(failing)
  expect(failed.code).toBe(1)
  expect(normal(failed.out)).toContain(normal(story ?? 'nothing'))
}, 60_000)

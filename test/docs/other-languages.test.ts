// docs/guides/other-languages.md: the tests that it shows are run by their runners where these are installed, and the part of them that
// waits for mail runs wherever its language is. In place of an app a few lines hand a mail over.

import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInstalled } from '../support/programs.js'
import { languages } from './languages/registry.js'
import { blocksOf, root } from './pages.js'
import { openPlace, type Place, type Printed } from './place.js'

const path = 'docs/guides/other-languages.md'
const text = readFileSync(join(root, path), 'utf8')

/** The blocks by the names of files that stand before them. */
const shown = new Map(
  blocksOf({ path, text }).flatMap((block) => {
    const before = text.split('\n').slice(0, block.line - 1)
    const name = before.flatMap((line) => /^`([\w/.]+)`.*:$/.exec(line)?.[1] ?? []).at(-1)
    return name === undefined ? [] : [[name, block.text] as const]
  }),
)

let place: Place

beforeAll(async () => {
  place = await openPlace()
})

afterAll(() => place[Symbol.asyncDispose]())

function lay(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place.folder, folder, name)), { recursive: true })
    place.write(join(folder, name), content)
  }
}

/** In the folder of the language, with the programs of the machine and not the reader's own. */
const inFolder = (folder: string, command: string): Promise<Printed> =>
  place.run('bash', ['-c', `PATH=\${PATH#*:}; cd ${folder} && ${command}`])

describe.each(languages)('$name', ({ name, files, app, runner, alone }) => {
  beforeAll(() => {
    lay(name, { ...app, ...alone.files })
    lay(
      name,
      Object.fromEntries(files.map((file) => [file, shown.get(file) ?? `${file} is not on the page`])),
    )
  })

  if (runner) {
    const { program, command } = runner
    test.skipIf(!isInstalled(program))(`${program} passes`, { timeout: 90_000 }, async () => {
      const { code, out, err } = await inFolder(name, command)

      expect({ code, said: code === 0 ? '' : out + err }).toEqual({ code: 0, said: '' })
    })
  }

  test.skipIf(!isInstalled(alone.program))('waits for mail', { timeout: 90_000 }, async () => {
    expect(await inFolder(name, `${alone.command} met`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('482913'),
    })
  })

  test.skipIf(!isInstalled(alone.program))('tells why it does not come', { timeout: 90_000 }, async () => {
    const { code, out, err } = await inFolder(name, `${alone.command} missing`)

    expect(code).not.toBe(0)
    expect(out + err).toContain('Nearest: "Confirm your address"')
  })
})

test('every file of the page is tried', () => {
  expect([...shown.keys()]).toEqual(languages.flatMap(({ files }) => files))
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runProgram } from '../support/spawned-node.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tool = (name: string): string => join(root, 'node_modules', '.bin', name)
const folder = mkdtempSync(join(tmpdir(), 'mailhold-package-'))
let tarball = ''

beforeAll(async () => {
  // what is packed is what was built: the tests run on it, too
  const { code, output } = await runProgram('npm', [
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    folder,
  ])
  expect(code).toBe(0)
  const name = /"filename":\s*"([^"]+\.tgz)"/.exec(output)?.[1] ?? ''
  tarball = join(folder, name)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('publint finds nothing to say about the package', async () => {
  const { code, output } = await runProgram(tool('publint'), ['--strict', tarball], { limit: 60_000 })

  expect(output).toContain('All good!')
  expect(code).toBe(0)
})

it('its types are right for every way of resolving them, but Vitest cannot be required', async () => {
  // into a file: the tool leaves before a pipe has taken all of it
  const report = join(folder, 'attw.json')
  const command = '"$0" "$1" --format json > "$2"'
  await runProgram('sh', ['-c', command, tool('attw'), tarball, report], { limit: 60_000 })

  const problems: unknown[] = Object.values(JSON.parse(readFileSync(report, 'utf8')).problems).flat()
  expect(problems).toMatchObject([
    { kind: 'CJSResolvesToESM', entrypoint: './vitest', resolutionKind: 'node16-cjs' },
  ])
})

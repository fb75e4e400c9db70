import { mkdtempSync, rmSync } from 'node:fs'
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
  const { output } = await runProgram(tool('attw'), [tarball, '--format', 'json'], { limit: 60_000 })

  const problems: unknown[] = Object.values(JSON.parse(output.slice(output.indexOf('{'))).problems).flat()
  expect(problems).toMatchObject([
    { kind: 'CJSResolvesToESM', entrypoint: './vitest', resolutionKind: 'node16-cjs' },
  ])
})

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { environmentOf, fetchNode, installWith, pack } from './installed.js'
import { mail, smoke } from './smoke.js'

const execute = promisify(execFile)
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

let folder: string
let tarball: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailhold-nodes-'))
  tarball = await pack(folder)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

// the oldest that is promised, and the newest of each line after it
describe.concurrent.each(['20.19.0', '22', '24', '26'])('on Node %s', (wanted) => {
  let node: string

  beforeAll(async () => {
    node = await fetchNode(wanted, join(folder, `node-${wanted}`))
  })

  test('the packed package is installed, keeps a mail, gives it back by every door and stops in order', async () => {
    const bin = await installWith(node, tarball, join(folder, `app-${wanted}`))

    const seen = await smoke({ command: join(bin, 'mailhold'), args: ['serve'], env: environmentOf(node) })

    expect(seen).toEqual({
      version,
      reply: 250,
      waited: true,
      raw: mail,
      pop3: mail,
      page: { status: 200, type: 'text/html; charset=utf-8' },
      exitCode: 0,
    })
  })
})

test('npx runs the packed package', async () => {
  const node = await fetchNode('24', join(folder, 'node-of-npx'))
  const args = ['--yes', '--package', tarball, 'mailhold', '--version']
  const env = { ...environmentOf(node), npm_config_cache: join(folder, 'cache') }

  const { stdout } = await execute('npx', args, { env, cwd: folder })

  expect(stdout).toBe(`${version}\n`)
})

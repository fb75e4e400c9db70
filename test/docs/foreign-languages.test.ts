// docs/guides/local-development.md shows other languages: what an interpreter at hand can read is well-formed, and PHP's mail() arrives.

import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startMailhold } from '#mailhold/app/start.js'
import { isInstalled } from '../support/programs.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/guides/local-development.md'), 'utf8')

const blocksOf = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, body = '']) => body,
  )

/** Programs that read from standard input, and only say whether it is well-formed. */
const readers = [
  ['ruby', 'ruby', ['-c']],
  ['python', 'python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())']],
] as const

for (const [language, program, args] of readers) {
  test.skipIf(!isInstalled(program))(`what is shown in ${language} is well-formed`, () => {
    const blocks = blocksOf(language)

    expect(blocks.length).toBeGreaterThan(0)
    for (const input of blocks) execFileSync(program, args, { input, stdio: ['pipe', 'ignore', 'pipe'] })
  })
}

test.skipIf(!isInstalled('php'))("PHP's mail() arrives by mailhold send", { timeout: 30_000 }, async () => {
  await using server = await startMailhold()
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-php-'))
  const program = join(folder, 'mailhold')
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${root}dist/cli/main.js" "$@"\n`)
  chmodSync(program, 0o755)
  const command = blocksOf('sh').find((block) => block.startsWith('php ')) ?? ''
  const PATH = [folder, process.env.PATH].join(delimiter)

  const child = spawn('sh', ['-c', command], { env: { ...process.env, PATH, MAILHOLD_URL: server.url } })
  const code = await new Promise((resolve) => child.once('close', resolve))
  rmSync(folder, { recursive: true })

  expect(code).toBe(0)
  const answer = await fetch(`${server.url}/v1/messages/latest/text`)
  expect((await answer.text()).trim()).toBe('It works.')
})

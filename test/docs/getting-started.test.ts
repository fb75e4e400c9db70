// Does what docs/getting-started.md says, block by block, in an empty folder, beside a server on free ports.

import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = readFileSync(join(root, 'docs/getting-started.md'), 'utf8')

interface Step {
  readonly language: string
  readonly body: string
  /** the prose before it, where files get their names */
  readonly prose: string
}

/** Everything but the start of the server, which is there already. */
const steps: readonly Step[] = [...text.matchAll(/([^`]*(?:`[^`]+`[^`]*)*?)```(\w+)\n([\s\S]*?)```/g)]
  .map(([, prose = '', language = '', body = '']) => ({ prose, language, body }))
  .filter(({ body }) => !body.includes('npm start'))

/** A reader's terminal, which stays in the folder to which it was taken. */
function openTerminal(server: RunningMailhold) {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-getting-started-'))
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(
    join(bin, 'mailhold'),
    `#!/bin/sh\nexec "${process.execPath}" "${root}dist/cli/main.js" "$@"\n`,
  )
  chmodSync(join(bin, 'mailhold'), 0o755)
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:MAILHOLD|NODE_|VITEST|SMTP)/.test(name))
  const path = [bin, join(process.execPath, '..'), process.env.PATH].join(delimiter)
  const env = { ...Object.fromEntries(kept), PATH: path, npm_config_prefer_offline: 'true' }
  let cwd = folder
  return {
    localised: (words: string) =>
      words.replaceAll('1025', `${server.smtp?.port}`).replaceAll('8025', new URL(server.url).port),
    write: (name: string, content: string) => writeFileSync(join(cwd, name), content),
    type: (commands: string) =>
      new Promise<{ code: unknown; out: string }>((resolve) => {
        execFile('sh', ['-ec', commands], { cwd, env }, (error, out, err) =>
          resolve({ code: error?.code ?? 0, out: out + err }),
        )
        cwd = join(cwd, /\bcd (\S+)/.exec(commands)?.[1] ?? '')
      }),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

it('whoever follows docs/getting-started.md sees a passing assertion within three minutes', async () => {
  await using server = await startMailhold()
  using terminal = openTerminal(server)
  const kinds = { sh: 0, js: 0, text: 0 }
  const began = Date.now()
  let seen = ''

  for (const { language, body, prose } of steps) {
    const words = terminal.localised(body)
    if (language === 'sh') {
      const { code, out } = await terminal.type(words)
      seen = out
      expect({ words, code, out }).toEqual({ words, code: words.includes('--fail-with-body') ? 22 : 0, out })
    } else if (language === 'js') {
      terminal.write(/into `([\w.]+)`/.exec(prose)?.[1] ?? '', words)
    } else {
      for (const line of words.trimEnd().split('\n')) expect(seen).toContain(line)
    }
    if (language in kinds) kinds[language as keyof typeof kinds]++
  }

  expect(kinds).toEqual({ sh: 5, js: 2, text: 4 })
  expect(Date.now() - began).toBeLessThan(180_000)
}, 180_000)

// Runs the shell steps of action.yml the way GitHub's runner does: files for outputs and variables, bash with -e and pipefail.

import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'yaml'

const execute = promisify(execFile)
const files = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH'] as const

export interface Step {
  readonly name: string
  readonly id?: string
  readonly if?: string
  readonly run?: string
  readonly uses?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

export const action: Action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'))

export interface Runner {
  readonly temp: string
  /** Runs the step of that name. Rejects when it fails. */
  run(name: string, inputs?: Readonly<Record<string, string>>): Promise<string>
  /** What a step wrote into such a file so far. */
  written(file: (typeof files)[number]): Readonly<Record<string, string>>
  close(): void
}

/** @param outside the environment of the machine */
export function openRunner(outside: Readonly<Record<string, string | undefined>>): Runner {
  const temp = mkdtempSync(join(tmpdir(), 'mailhold-runner-'))
  const home = fileURLToPath(new URL('../..', import.meta.url))
  for (const file of files) writeFileSync(join(temp, file), '')
  mkdirSync(join(temp, 'work'))
  const written = (file: string) => {
    const lines = readFileSync(join(temp, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
  }
  const environment = () => ({
    ...outside,
    ...Object.fromEntries(files.map((file) => [file, join(temp, file)])),
    ...written('GITHUB_ENV'),
    PATH: [...readFileSync(join(temp, 'GITHUB_PATH'), 'utf8').trim().split('\n'), outside.PATH].join(
      delimiter,
    ),
    RUNNER_TEMP: join(temp, 'work'),
    GITHUB_ACTION_PATH: home,
    GITHUB_ACTIONS: 'true',
  })
  return {
    temp: join(temp, 'work'),
    written,
    async run(name, inputs = {}) {
      const step = action.runs.steps.find((one) => one.name === name)
      if (step?.run === undefined) throw new Error(`action.yml has no step "${name}" that runs`)
      const script = join(temp, 'step.sh')
      writeFileSync(script, step.run)
      const env = { ...environment(), ...evaluated(step.env ?? {}, inputs) }
      const { stdout } = await execute('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
        env,
        cwd: temp,
      })
      return stdout
    },
    close: () => rmSync(temp, { recursive: true, force: true }),
  }
}

/** `${{ inputs.package }}` as given, or its default. */
function evaluated(env: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
  const value = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? ''
  const filled = Object.entries(env).map(([name, text]) => [
    name,
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => value(input)),
  ])
  return Object.fromEntries(filled)
}

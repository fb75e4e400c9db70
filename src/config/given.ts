// What users wrote, still as text: the flags of a command line, the environment, the members of a file.

import { parseArgs } from 'node:util'
import { nearest } from './nearest.js'
import { type Environment, environmentName, flagName, type OptionTable } from './option.js'
import { OptionError } from './option-error.js'
import type { Source } from './source.js'

/** The text that somebody gave for an option, and where. */
export interface Given {
  readonly text: string
  readonly source: Source
}

export type GivenByName = ReadonlyMap<string, Given>

export interface CommandLine {
  readonly given: GivenByName
  readonly positionals: readonly string[]
}

/** Reads flags in all their forms: `--smtp 25`, `--smtp=25`, `-f x`, `--no-starttls`. A repeated list is joined. */
export function readFlags(table: OptionTable, argv: readonly string[]): CommandLine {
  const names = new Map(Object.keys(table).map((name) => [flagName(name).slice(2), name]))
  const given = new Map<string, Given>()
  const positionals: string[] = []
  for (const token of tokensOf(table, argv)) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const isNegated = !names.has(token.name) && token.name.startsWith('no-')
    const name = names.get(isNegated ? token.name.slice('no-'.length) : token.name)
    const row = name === undefined ? undefined : table[name]
    if (name === undefined || !row || (isNegated && row.kind.flag !== 'switch')) {
      throw unknownFlag(token.rawName, table)
    }
    const flag = flagName(name)
    const value = row.kind.flag === 'switch' ? (token.value ?? String(!isNegated)) : token.value
    if (value === undefined || (!token.inlineValue && value.startsWith('--'))) {
      throw new OptionError(`${flag} needs a value: ${row.kind.form}`)
    }
    const earlier = row.kind.flag === 'list' ? given.get(name) : undefined
    const text = earlier ? `${earlier.text},${value}` : value
    given.set(name, { text, source: { from: 'flag', name: flag } })
  }
  return { given, positionals }
}

function tokensOf(table: OptionTable, argv: readonly string[]) {
  const options = Object.entries(table).map(([name, row]) => [
    flagName(name).slice(2),
    {
      type: row.kind.flag === 'switch' ? ('boolean' as const) : ('string' as const),
      ...(row.short === undefined ? {} : { short: row.short }),
    },
  ])
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  return tokens
}

function unknownFlag(raw: string, table: OptionTable): OptionError {
  const meant = nearest(raw, Object.keys(table).map(flagName))
  return new OptionError(`unknown option ${raw}${didYouMean(meant)} (--help shows all)`)
}

/** Reads `MAILHOLD_*`. An empty one counts as not set, which compose files rely on. */
export function readEnvironment(table: OptionTable, env: Environment): GivenByName {
  const given = new Map<string, Given>()
  for (const name of Object.keys(table)) {
    const variable = environmentName(name)
    const text = env[variable]
    if (text) given.set(name, { text, source: { from: 'environment', name: variable } })
  }
  return given
}

/** Sentences about variables that look like a slip of the pen. Others are left alone: container platforms set their own. */
export function misspeltVariables(table: OptionTable, env: Environment): readonly string[] {
  const known = Object.keys(table).map(environmentName)
  return Object.keys(env)
    .filter((variable) => variable.startsWith('MAILHOLD_') && !known.includes(variable))
    .flatMap((variable) => {
      const meant = nearest(
        variable.slice('MAILHOLD_'.length),
        known.map((name) => name.slice('MAILHOLD_'.length)),
      )
      return meant ? [`${variable} is not an option; did you mean MAILHOLD_${meant}?`] : []
    })
}

/** The parsed content of a file of options, or an object in its place; `name` is how errors call it. */
export interface OptionFile {
  readonly name: string
  readonly content: unknown
}

/** Reads members in camelCase; numbers, booleans and arrays stand for their text. */
export function readMembers(table: OptionTable, { name: fileName, content }: OptionFile): GivenByName {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new OptionError(`${fileName} must hold a JSON object such as {"smtp": "1025"}`)
  }
  const given = new Map<string, Given>()
  for (const [name, value] of Object.entries(content)) {
    if (name === '$schema' || value === undefined || value === null) continue
    if (!Object.hasOwn(table, name)) throw unknownMember(name, table, fileName)
    const text = textOf(value)
    if (text === undefined) {
      throw new OptionError(
        `"${name}" must be text, a number, a boolean or a list of texts (from ${fileName})`,
      )
    }
    given.set(name, { text, source: { from: 'file', name: fileName } })
  }
  return given
}

function unknownMember(name: string, table: OptionTable, fileName: string): OptionError {
  const known = Object.keys(table)
  const meant = known.find((option) => flagName(option).slice(2) === name) ?? nearest(name, known)
  return new OptionError(`unknown option "${name.slice(0, 60)}"${didYouMean(meant, '"')} (from ${fileName})`)
}

const didYouMean = (meant: string | undefined, quote = ''): string =>
  meant === undefined ? '' : `; did you mean ${quote}${meant}${quote}?`

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return undefined
  const texts = value.map((item) => (Array.isArray(item) ? undefined : textOf(item)))
  return texts.includes(undefined) ? undefined : texts.join(',')
}

// The options of the server as the command line, the environment and the config file give them.

import { readFileSync } from 'node:fs'
import { resolve as resolvePath } from 'node:path'
import { type OptionFile, readEnvironment, readFlags } from '../config/given.js'
import { OptionError } from '../config/option-error.js'
import { type ResolvedOptions, resolveOptions } from '../config/resolve.js'
import { optionTable } from '../config/table.js'
import type { Invocation } from './command.js'
import { refuseExtraWords } from './extra-words.js'

const configRow = { config: optionTable.config }
const usualFile = 'mailhold.config.json'

/** Reads the file that `--config` names, or the usual one where there is one, then all the rest. @throws OptionError */
export function loadOptions({ argv, machine, folder }: Invocation): ResolvedOptions {
  const named =
    readFlags(optionTable, argv).given.get('config') ?? readEnvironment(configRow, machine.env).get('config')
  const file = named?.text === 'off' ? undefined : readOptionFile(folder, named?.text)
  const resolved = resolveOptions({ argv, machine, ...(file ? { file } : {}) })
  refuseExtraWords(resolved.positionals)
  return resolved
}

function readOptionFile(folder: string, named: string | undefined): OptionFile | undefined {
  const name = named ?? usualFile
  const text = readIfThere(resolvePath(folder, name))
  if (text === undefined && named === undefined) return undefined
  if (text === undefined) throw new OptionError(`--config must name a file that can be read, got "${name}"`)
  try {
    return { name, content: JSON.parse(text) }
  } catch (error) {
    throw new OptionError(`${name} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

function readIfThere(path: string): string | undefined {
  try {
    // editors on Windows put a mark of the byte order before the text
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

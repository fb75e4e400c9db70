// Blocks that are run as they stand, beside a server on the ports that they name.

import { isInstalled } from '../../support/programs.js'
import { openPlace, type Place, type Printed } from '../place.js'
import { type Given, type Kind, mustEnd } from './kind.js'
import { normal } from './printed.js'

const exitOf = ({ options }: Given): number => Number(options.get('exit') ?? 0)

/** `needs=php` lets a block be only shown on machines without that program, and says so. */
function lacks({ options, page, line }: Given): boolean {
  const program = options.get('needs')
  if (program === undefined || isInstalled(program)) return false
  console.warn(`skipped: ${page}:${line} needs ${program}, which is not installed`)
  return true
}

/** A shell stops at the first command that fails, also inside a pipe. */
export const run: Kind = {
  about:
    'a shell runs it beside a server that has just got the usual mails; it must end with 0, or with exit=…',
  options: ['exit', 'needs'],
  async check(block, place) {
    if (lacks(block)) return
    await place.seed()
    const script = `set -euo pipefail\n${place.localised(block.text)}`
    place.last = await place.run('bash', ['-c', script])
    mustEnd('it', exitOf(block), place.last)
  },
}

/** A program in the reader's folder, by the interpreter of its language. */
const program = (command: string, ending: string, ...before: readonly string[]): Kind => ({
  about: `${command} runs it as a file in the reader's folder; it must end with 0, or with exit=…`,
  options: ['exit', 'needs', 'file'],
  async check(block, place) {
    if (lacks(block)) return
    const name = block.options.get('file') ?? `snippet-${block.line}.${ending}`
    place.write(name, place.localised(block.text))
    await place.seed()
    place.last = await place.run(command, [...before, name])
    mustEnd(name, exitOf(block), place.last)
  },
})

export const node = program('node', 'mjs')
export const python = program('python3', 'py')
export const php = program('php', 'php')
export const ruby = program('ruby', 'rb')

/** A test file of a reader's, run by the runner that it was written for. */
export const vitest: Kind = {
  about: 'vitest runs it as a test file in the reader’s folder; `exit=1` for one that must fail',
  options: ['exit', 'file'],
  async check(block, place) {
    const name = block.options.get('file') ?? `snippet-${block.line}.test.ts`
    place.write(name, place.localised(block.text))
    await place.seed()
    place.last = await place.run('node', ['../node_modules/vitest/vitest.mjs', 'run', '--root', '.', name])
    mustEnd(name, exitOf(block), place.last)
  },
}

async function ranFor(command: string, block: Given, place: Place): Promise<Printed> {
  if (block.options.get('server') === 'fresh') {
    await using fresh = await openPlace()
    return await ran(command, block, fresh)
  }
  await place.seed()
  return ran(command, block, place)
}

async function ran(command: string, block: Given, place: Place): Promise<Printed> {
  const printed = await place.run('bash', ['-c', place.localised(command)])
  mustEnd(command, exitOf(block), printed)
  return printed
}

export const output: Kind = {
  about:
    'stands in what the block before printed (ids, times and durations may differ); of="…" runs that command instead, with server=fresh beside an empty server',
  options: ['of', 'exit', 'server'],
  async check(block, place) {
    const command = block.options.get('of')
    if (command !== undefined) place.last = await ranFor(command, block, place)
    if (!place.last) throw new Error('there is no block before it that ran')
    const printed = normal(place.last.out + place.last.err)
    if (printed.includes(normal(block.text))) return
    throw new Error(`printed was:\n${printed}\nand not:\n${normal(block.text)}`)
  },
}

// Blocks that are read, because running them would need more than a test has, and blocks that become files.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isInstalled } from '../../support/programs.js'
import { root } from '../pages.js'
import { type Given, type Kind, mustEnd } from './kind.js'

const commandsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/(?:^|\s+)#.*$/, '').trim())
    .filter((line) => line !== '')

/** The words of `mailhold …` in a command, where it begins with that. */
const serverWords = /^(?:npx )?mailhold(?: serve)?((?: +--?\S.*)?)$|^npm start(?: -- (.*))?$/

export const serve: Kind = {
  about: 'commands that start a server and do not end: each is a start of Mailhold with options that exist',
  async check({ text }, place) {
    for (const command of commandsOf(text)) {
      const match = serverWords.exec(command)
      if (!match) throw new Error(`"${command}" does not start a server`)
      const printed = await place.run('bash', ['-c', `mailhold config ${match[1] ?? match[2] ?? ''}`])
      mustEnd(command, 0, printed)
    }
  },
}

export const repository: Kind = {
  about:
    'commands for a clone of this repository: npm install, link and pack, npm scripts and files that exist',
  check({ text }) {
    const { scripts, name: ours, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const command of commandsOf(text).flatMap((line) => line.split(' && '))) {
      const [program = '', verb = '', name = ''] = command.split(' ')
      const script = verb === 'run' ? name : verb
      const foreign = /[^/ ]+\.tgz$/.exec(command)?.[0] ?? `${ours}-${version}.tgz`
      if (foreign !== `${ours}-${version}.tgz`) throw new Error(`npm pack does not make ${foreign}`)
      if (program === 'npm' && (['install', 'link', 'pack'].includes(verb) || script in scripts)) continue
      if (program === 'cd') continue
      if (program !== 'npm' && existsSync(join(root, program))) continue
      throw new Error(`"${command}" is neither a script of package.json nor a file of the repository`)
    }
  },
}

export const file: Kind = {
  about:
    'becomes the file name=… in the reader’s folder, for the blocks behind it; JSON and YAML must be well-formed',
  options: ['name'],
  check(block, place) {
    const name = block.options.get('name')
    if (name === undefined || !/^[\w.-]+$/.test(name)) throw new Error('name=… must say which file it is')
    if (/\.(?:json|ya?ml)$/.test(name)) parse(block.text)
    place.write(name, place.localised(block.text))
  },
}

export const data: Kind = {
  about: 'JSON or YAML that is well-formed, and whose shape no program of ours reads',
  check: ({ text, language }) => void (language === 'json' ? JSON.parse(text) : parse(text)),
}

export const expectations: Kind = {
  about: 'YAML or JSON that `mailhold assert` understands, whether or not it is met',
  async check({ text }, place) {
    await place.seed()
    const looksOnce = text.replace(/^timeout: .*\n/m, '')
    const printed = await place.run('mailhold', ['assert', '--timeout', '0s', '-f', '-'], looksOnce)
    if (printed.code !== 0) mustEnd('mailhold assert', 1, printed)
    if (printed.err !== '') throw new Error(printed.err)
  },
}

export const options: Kind = {
  about: 'JSON of mailhold.config.json, whose members are options',
  async check({ text, line }, place) {
    const name = `options-${line}.json`
    place.write(name, text)
    mustEnd('mailhold config', 0, await place.run('mailhold', ['config', '--config', name]))
  },
}

const places = /\b(?:localhost|127\.0\.0\.1|\[::1\]|mailhold)\b/
const numbers = /(?<![\w.])(\d{2,5})(?![\w.])/g
const known = new Set(['1025', '1110', '8025'])

export const settings: Kind = {
  about:
    'settings of a framework that cannot run here: they name localhost or mailhold, and of ports only ours',
  check({ text }) {
    if (!places.test(text)) throw new Error('it names neither localhost nor mailhold')
    const ports = [...text.matchAll(numbers)].map(([, port = '']) => port)
    const foreign = ports.filter((port) => !known.has(port))
    if (ports.length === foreign.length) throw new Error('it names none of the ports 1025, 1110, 8025')
    if (foreign.length > 0) throw new Error(`it names ${foreign.join(', ')}, which is no port of ours`)
  },
}

export const compose: Kind = {
  about:
    'a compose file that docker-compose reads without complaint (well-formed YAML where it is not installed)',
  async check({ text, line }, place) {
    if (!isInstalled('docker-compose')) return void parse(text)
    const name = `compose-${line}.yml`
    place.write(name, text)
    mustEnd('docker-compose config', 0, await place.run('docker-compose', ['-f', name, 'config']))
  },
}

export const testedBy: Kind = {
  about: 'file=test/… is a test that takes this block out of the page and tries it; it names the page',
  options: ['file'],
  check(block: Given) {
    const path = block.options.get('file') ?? ''
    if (!existsSync(join(root, path))) throw new Error(`there is no ${path || 'file=…'}`)
    if (readFileSync(join(root, path), 'utf8').includes(block.page)) return
    throw new Error(`${path} does not name ${block.page}`)
  },
}

export const picture: Kind = {
  about: 'a drawing, or words that nobody types: there is nothing to run',
  check({ language }) {
    if (!['', 'text'].includes(language)) throw new Error(`a picture has no language, not "${language}"`)
  },
}

// Commands for a container engine, which a test does not have: held against the Dockerfile, the compose file and the options.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../pages.js'
import type { Place } from '../place.js'
import { type Kind, mustEnd } from './kind.js'

const exposed = (): readonly string[] =>
  /^EXPOSE (.*)$/m.exec(readFileSync(join(root, 'Dockerfile'), 'utf8'))?.[1]?.split(' ') ?? []

export const docker: Kind = {
  about:
    'docker commands: ports that the image has, published on 127.0.0.1, and words for mailhold that it understands',
  async check({ text }, place) {
    for (const command of text.replaceAll('\\\n', ' ').trim().split('\n')) await checkCommand(command, place)
  },
}

async function checkCommand(command: string, place: Place): Promise<void> {
  const [program, verb = '', ...words] = command.trim().split(/\s+/)
  if (program !== 'docker') throw new Error(`"${command}" is no docker command`)
  if (verb === 'build' || verb === 'compose') {
    const file = verb === 'build' ? 'Dockerfile' : 'docker-compose.yml'
    if (!existsSync(join(root, file))) throw new Error(`there is no ${file}`)
    return
  }
  if (verb !== 'run' && verb !== 'exec') throw new Error(`docker ${verb} is not known to the test`)
  const published = [...command.matchAll(/ (?:-p|--publish)[ =](\S+)/g)].map(([, port = '']) => port)
  const wrong = published.filter((port) => !isPublishedHere(port))
  if (wrong.length > 0)
    throw new Error(`${wrong.join(', ')} is not 127.0.0.1:<port>:<port that the image exposes>`)
  const name = words.findIndex(
    (word, at) => /(?:^|\/)mailhold(?::\S+)?$/.test(word) && words[at - 1] !== '--name',
  )
  if (name < 0) throw new Error(`"${command}" names no mailhold`)
  await (verb === 'run'
    ? understoodByServer(words.slice(name + 1), place)
    : understood(words.slice(name + 1), place))
}

function isPublishedHere(port: string): boolean {
  const [host, outside = '', inside = ''] = port.split(':')
  return host === '127.0.0.1' && /^\d+$/.test(outside) && exposed().includes(inside)
}

async function understoodByServer(words: readonly string[], place: Place): Promise<void> {
  mustEnd(`mailhold ${words.join(' ')}`, 0, await place.run('mailhold', ['config', ...words]))
}

/** A command inside the container is run beside the place's server. */
async function understood([program = '', ...words]: readonly string[], place: Place): Promise<void> {
  if (program !== 'mailhold') throw new Error(`"${program}" is not in the image`)
  mustEnd(`mailhold ${words.join(' ')}`, 0, await place.run('mailhold', words))
}

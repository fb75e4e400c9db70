// Plays a dialogue of `C:` and `S:` lines against a server, so that a test can be held against the RFC.

import { expect } from 'vitest'
import { DialogueClient, type ServerAddress } from './dialogue-client.js'

/**
 * How the client's lines reach the server: each block of them when the server has answered, the same but
 * octet by octet, or the whole dialogue at once without waiting for anything.
 */
export type Pace = 'turns' | 'octets' | 'onePacket'

export const paces: readonly Pace[] = ['turns', 'octets', 'onePacket']

type Step =
  | { readonly kind: 'say'; readonly octets: Buffer }
  | { readonly kind: 'hear'; readonly line: string }
  | { readonly kind: 'do'; readonly what: string }

/**
 * Plays `script` and checks every line of the server. Lines of a script:
 * - `C: text` the client sends text and CRLF; `C> text` without CRLF. `\r \n \t \0 \\ \xHH` stand for octets.
 * - `S: text` the server says exactly this line; `…` stands for anything.
 * - `* half-close`, `* hang up`, `* starttls`, `* closed` (the server closes and has nothing more to say).
 * Returns the server's lines. The connection is closed in the end in any case.
 */
export async function play(server: ServerAddress, script: string, pace: Pace = 'turns'): Promise<string[]> {
  const client = await DialogueClient.connect(server)
  const heard: string[] = []
  try {
    const steps = script.split('\n').flatMap(parseStep)
    for (const step of pace === 'onePacket' ? saysFirst(steps) : joined(steps)) {
      await take(client, step, heard, pace)
    }
    return heard
  } finally {
    client.close()
  }
}

async function take(client: DialogueClient, step: Step, heard: string[], pace: Pace): Promise<void> {
  switch (step.kind) {
    case 'say':
      return pace === 'octets' ? client.sendSlowly(step.octets) : client.send(step.octets)
    case 'hear': {
      const line = utf8(await client.line())
      expectLine(line, step.line, heard)
      heard.push(line ?? '')
      return
    }
    case 'do':
      return act(client, step.what)
  }
}

async function act(client: DialogueClient, what: string): Promise<void> {
  switch (what) {
    case 'half-close':
      return client.halfClose()
    case 'hang up':
      return client.hangUp()
    case 'starttls':
      return client.upgrade()
    case 'closed':
      expect(await client.rest()).toBe('')
      return
    default:
      throw new Error(`a dialogue cannot "${what}"`)
  }
}

const utf8 = (line: string | undefined) => line && Buffer.from(line, 'latin1').toString()

function expectLine(line: string | undefined, pattern: string, heard: readonly string[]): void {
  if (line !== undefined && matches(line, pattern)) return
  const story = heard.map((said) => `S: ${said}`).join('\n')
  expect.fail(`${story}\nexpected S: ${pattern}\nbut heard  ${line === undefined ? 'the end' : `S: ${line}`}`)
}

function matches(line: string, pattern: string): boolean {
  const literal = pattern.split('…').map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('.*')}$`, 's').test(line)
}

function parseStep(text: string): Step[] {
  const line = text.trimStart()
  const rest = line.slice(3)
  if (line === '') return []
  if (line.startsWith('C:')) return [{ kind: 'say', octets: octetsOf(`${rest}\r\n`) }]
  if (line.startsWith('C>')) return [{ kind: 'say', octets: octetsOf(rest) }]
  if (line.startsWith('S:')) return [{ kind: 'hear', line: rest }]
  if (line.startsWith('* ')) return [{ kind: 'do', what: line.slice(2).trim() }]
  throw new Error(`not a line of a dialogue: ${line}`)
}

const escapes: ReadonlyMap<string, number> = new Map([
  ['r', 13],
  ['n', 10],
  ['t', 9],
  ['0', 0],
  ['\\', 92],
])

function octetsOf(text: string): Buffer {
  const pieces = text.split(/(\\x[0-9A-Fa-f]{2}|\\[rnt0\\])/)
  return Buffer.concat(pieces.map((piece, place) => (place % 2 === 1 ? escaped(piece) : Buffer.from(piece))))
}

function escaped(code: string): Buffer {
  return Buffer.of(escapes.get(code.slice(1)) ?? Number.parseInt(code.slice(2), 16))
}

/** Lines that the client says without an answer between them, as one step. */
function joined(steps: readonly Step[]): Step[] {
  const result: Step[] = []
  for (const step of steps) {
    const last = result.at(-1)
    if (step.kind === 'say' && last?.kind === 'say') {
      result[result.length - 1] = { kind: 'say', octets: Buffer.concat([last.octets, step.octets]) }
    } else {
      result.push(step)
    }
  }
  return result
}

function saysFirst(steps: readonly Step[]): Step[] {
  const others = steps.filter((step) => step.kind !== 'say')
  return [...joined(steps.filter((step) => step.kind === 'say')), ...others]
}

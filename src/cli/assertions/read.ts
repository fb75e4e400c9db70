// Files of expectations, in YAML or JSON (which is YAML too).

import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { type Document, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Assertion, ServerProblem } from '../../client/client.js'
import { OptionError } from '../../config/option-error.js'

export interface ReadExpectations {
  /** as it stands in the file; the server checks its members */
  readonly request: Assertion
  /** The server's objection with the line that it is about. */
  readonly located: (problem: ServerProblem) => OptionError
}

interface Input {
  readonly input: Readable
  /** how the user calls the file */
  readonly name: string
}

/** @throws OptionError that names the file, and the line where the text is not YAML */
export async function readExpectations(path: string, { input, name }: Input): Promise<ReadExpectations> {
  const text = path === '-' ? await readAll(input) : await readFile(path, 'utf8').catch(unreadable(name))
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [wrong] = document.errors
  if (wrong) throw new OptionError(`${name}:${lines.linePos(wrong.pos[0]).line}: ${wrong.message}`)
  return {
    request: asAssertion(plain(document, name), name),
    located: (problem) => new OptionError(objection(document, lines, { name, problem })),
  }
}

const unreadable = (name: string) => (error: unknown) => {
  const why = error instanceof Error ? error.message : String(error)
  throw new OptionError(`-f must name a file that can be read, got "${name}" (${why})`)
}

const maxFile = 1_000_000

async function readAll(input: Readable): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of input) {
    pieces.push(Buffer.from(piece))
    size += piece.length
    if (size > maxFile) throw new OptionError('standard input holds more than 1 MB')
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Aliases that would multiply into more than a file can hold are refused. */
function plain(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100, reviver: withoutUnit })
  } catch (error) {
    throw new OptionError(`${name}: ${error instanceof Error ? error.message : error}`)
  }
}

/** A time is never a bare number here, which the library would take for milliseconds: as text the server refuses it. */
const withoutUnit = (name: unknown, value: unknown): unknown =>
  (name === 'timeout' || name === 'settle') && typeof value === 'number' ? String(value) : value

/** An object with expectations, or the list of them alone. */
function asAssertion(content: unknown, name: string): Assertion {
  if (Array.isArray(content)) return { expectations: content }
  if (typeof content === 'object' && content !== null && 'expectations' in content) {
    return content as Assertion
  }
  throw new OptionError(`${name} must hold a member "expectations" with a list`)
}

interface Objection {
  readonly name: string
  readonly problem: ServerProblem
}

function objection(document: Document, lines: LineCounter, { name, problem }: Objection): string {
  const node = nearestNode(document, problem.problem.path ?? '')
  const start = node?.range?.[0]
  const place = start === undefined ? name : `${name}:${lines.linePos(start).line}`
  const isBare = isScalar(node) && ['number', 'boolean'].includes(typeof node.value)
  const isText = isBare && problem.message.includes('must be a text')
  return `${place}: ${problem.message}${isText ? `; YAML reads it as a ${typeof node.value}, put it in quotes` : ''}`
}

/** What stands where a path such as `expectations[0].match.code` leads, or the innermost thing on the way. */
function nearestNode(document: Document, path: string): Node | undefined {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step))
  // the list alone may stand for the object that holds it
  if (isSeq(document.contents)) steps.shift()
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(steps.slice(0, depth), true)
    if (isNode(node)) return node
  }
  return undefined
}

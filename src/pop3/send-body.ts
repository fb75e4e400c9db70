// What follows a status line: lines, or a message with its dots stuffed; then the final dot (RFC 1939 §3).

import { DotStuffer } from '../lines/dot-stuff.js'
import type { Output } from './output.js'
import type { Body } from './reply.js'

/**
 * Sends a body as fast as the client takes it; resolves with its octets, stuffing and end not counted.
 * @throws ConnectionLost, and whatever reading a message threw; then the body is not whole and must not be ended
 */
export function sendBody(body: Body, output: Output): Promise<number> {
  return body.kind === 'lines' ? sendLines(body.lines, output) : sendMessage(body, output)
}

async function sendLines(lines: Iterable<string>, output: Output): Promise<number> {
  let sent = 0
  for (const line of lines) {
    output.line(line)
    sent += line.length + 2
    if (output.isFull) await output.flush()
  }
  output.line('.')
  return sent
}

async function sendMessage(
  { octets, size }: Extract<Body, { kind: 'message' }>,
  output: Output,
): Promise<number> {
  const stuffer = new DotStuffer()
  let sent = 0
  const send = (piece: Uint8Array): Promise<void> | undefined => {
    sent += piece.length
    output.octets(stuffer.stuff(piece))
    return output.isFull ? output.flush() : undefined
  }
  if (Symbol.asyncIterator in octets) for await (const piece of octets) await send(piece)
  else for (const piece of octets) await send(piece)
  if (size !== undefined && sent !== size) throw new Error(`a message of ${size} octets gave ${sent}`)
  output.octets(stuffer.finish())
  return sent
}

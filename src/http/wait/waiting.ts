// What every route that waits does: it ends with its caller or with the server, and tells its story as its caller wants it.

import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ending, WaitOptions } from '../../mailroom/mailroom.js'
import { MailholdError } from '../../model/errors.js'
import type { Context } from '../context.js'

const stopping = () => new MailholdError('stopping', 'Mailhold is stopping; the wait was ended')
const gone = () => new MailholdError('stopping', 'the client has gone')

/** Runs a wait that ends with its caller's connection and with the server. */
export const whileConnected = <Answer>(
  { request: { socket, raw } }: FastifyReply,
  context: Context,
  run: (waiting: WaitOptions) => Promise<Answer>,
): Promise<Answer> => {
  // Node reads a request to its end when it is answered, which a mail may bring a thousand of; there is time for it now
  raw.resume()
  return run(waitingOf(socket, context))
}

class ConnectionEnding implements Ending {
  reason: Error | undefined
  readonly listeners: Ending['listeners'] = new Set()

  end(reason: Error): void {
    this.reason ??= reason
    for (const listener of [...this.listeners]) listener.ended(this.reason)
  }
}

const known = new WeakMap<Socket, WaitOptions>()

/** Ends when the connection or the server ends. One for all that a connection asks, which may be thousands of waits. */
function waitingOf(socket: Socket, { options, stopping: serverStops }: Context): WaitOptions {
  const before = known.get(socket)
  if (before) return before
  const ending = new ConnectionEnding()
  const waiting = { ending, smtpListeners: () => smtpListeners(options) }
  known.set(socket, waiting)
  if (serverStops.aborted) ending.end(stopping())
  const open = openUntil(serverStops)
  open.add(ending)
  socket.once('close', () => {
    open.delete(ending)
    ending.end(gone())
  })
  return waiting
}

const openOf = new WeakMap<AbortSignal, Set<ConnectionEnding>>()

/** What ends with the server. One listener for all: the list of a signal is walked for every one that comes and goes. */
function openUntil(serverStops: AbortSignal): Set<ConnectionEnding> {
  const before = openOf.get(serverStops)
  if (before) return before
  const open = new Set<ConnectionEnding>()
  openOf.set(serverStops, open)
  serverStops.addEventListener('abort', () => {
    for (const ending of open) ending.end(stopping())
  })
  return open
}

const smtpListeners = ({ status }: Context['options']): readonly string[] => [
  ...new Set(
    status()
      .listeners.filter(({ protocol }) => protocol === 'smtp' || protocol === 'smtps')
      .map(({ host, port }) => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`)),
  ),
]

/** `Accept: text/plain`, where neither JSON nor everything is asked for. */
export const wantsText = ({ headers: { accept = '' } }: FastifyRequest): boolean =>
  /^\s*text\/plain\b/i.test(accept)

export const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/plain; charset=utf-8').send(text.endsWith('\n') ? text : `${text}\n`)

interface Pieces {
  readonly head: string
  readonly mails: Buffer
}

/** Written by hand: the head differs from caller to caller, the octets of the mails are shared and never copied. */
export function sendMet(reply: FastifyReply, { head, mails }: Pieces): FastifyReply {
  const { raw } = reply.hijack()
  if (raw.destroyed) return reply
  const length = String(Buffer.byteLength(head) + mails.length)
  raw.writeHead(200, ['Content-Type', 'application/json; charset=utf-8', 'Content-Length', length])
  raw.write(head)
  raw.end(mails)
  return reply
}

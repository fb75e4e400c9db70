// What every route that waits does: it ends with its caller or with the server, and tells its story as its caller wants it.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WaitOptions } from '../../mailroom/mailroom.js'
import { MailholdError } from '../../model/errors.js'
import type { Context } from '../context.js'

const stopping = () => new MailholdError('stopping', 'Mailhold is stopping; the wait was ended')
const gone = () => new MailholdError('stopping', 'the client has gone')

/** Runs a wait that ends with its caller's connection and with the server. */
export async function whileConnected<Answer>(
  reply: FastifyReply,
  { options, stopping: serverStops }: Context,
  run: (waiting: WaitOptions) => Promise<Answer>,
): Promise<Answer> {
  const ending = new AbortController()
  const onGone = () => ending.abort(gone())
  const held = heldUntil(serverStops)
  if (serverStops.aborted) ending.abort(stopping())
  held.add(ending)
  reply.raw.once('close', onGone)
  try {
    return await run({ signal: ending.signal, smtpListeners: smtpListeners(options) })
  } finally {
    held.delete(ending)
    reply.raw.off('close', onGone)
  }
}

const heldOf = new WeakMap<AbortSignal, Set<AbortController>>()

/** What ends with the server. One listener for all: the list of a signal is walked for every one that comes and goes. */
function heldUntil(serverStops: AbortSignal): Set<AbortController> {
  const known = heldOf.get(serverStops)
  if (known) return known
  const held = new Set<AbortController>()
  heldOf.set(serverStops, held)
  serverStops.addEventListener('abort', () => {
    for (const ending of held) ending.abort(stopping())
  })
  return held
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
  raw.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(head) + mails.length,
  })
  raw.write(head)
  raw.end(mails)
  return reply
}

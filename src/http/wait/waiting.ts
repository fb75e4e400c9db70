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
  const onStop = () => ending.abort(stopping())
  const onGone = () => ending.abort(gone())
  if (serverStops.aborted) onStop()
  serverStops.addEventListener('abort', onStop)
  reply.raw.once('close', onGone)
  try {
    return await run({ signal: ending.signal, smtpListeners: smtpListeners(options) })
  } finally {
    serverStops.removeEventListener('abort', onStop)
    reply.raw.off('close', onGone)
  }
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

// What the routes of all peers have in common: they take bodies of any type from programs, and say errors in the peer's way.

import type { FastifyReply, FastifyRequest } from 'fastify'
import { MailholdError } from '../../model/errors.js'
import type { App, SchemaTypes } from '../app.js'
import type { Context } from '../context.js'
import { answerError } from '../errors/handler.js'
import { statusOf } from '../errors/status-of.js'

/** Says an error as the peer does. */
export type TellError = (reply: FastifyReply, status: number, text: string) => FastifyReply

export interface PeerScope {
  readonly context: Context
  readonly tell: TellError
  /** octets of a body at most */
  readonly bodyLimit?: number
}

const usualLimit = 1024 * 1024

/** Registers routes that take and answer what the peer does, whatever the rest of the API does. */
export function inPeerScope(
  app: App,
  { context, tell, bodyLimit }: PeerScope,
  add: (scope: App) => void,
): void {
  app.register(async (plain) => {
    const scope = plain.withTypeProvider<SchemaTypes>()
    scope.removeAllContentTypeParsers()
    const parsing = { parseAs: 'buffer', bodyLimit: bodyLimit ?? usualLimit } as const
    scope.addContentTypeParser('*', parsing, async (request: FastifyRequest, body: Buffer) => {
      refuseDisguised(request)
      return body
    })
    scope.setErrorHandler((error, request, reply) => {
      const said = wordsFor(error)
      if (said) return tell(reply, said.status, said.text)
      return answerError(error, request, { reply, log: context.options.log })
    })
    add(scope)
  })
}

/**
 * Programs send JSON under any type or none. A web page could do so too without asking for leave (Fetch standard, "simple"
 * requests), so whatever shows signs of a page must say that it is JSON.
 */
function refuseDisguised({ headers }: FastifyRequest): void {
  const isPage = headers.origin !== undefined || headers['sec-fetch-site'] === 'cross-site'
  if (isPage && !/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new WrongType()
}

class WrongType extends Error {
  readonly code = 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
}

interface Said {
  readonly status: number
  readonly text: string
}

function wordsFor(error: unknown): Said | undefined {
  if (error instanceof MailholdError) return { status: statusOf[error.code], text: error.message }
  const isTooLarge = error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
  return isTooLarge ? { status: 413, text: 'http: request body too large' } : undefined
}

// Hands out a part of a mail under the rules for a stranger's octets: a download, unless it is a safe picture.

import type { FastifyReply } from 'fastify'
import type { OpenPart } from '../../mailroom/mailroom.js'
import { mailPolicy } from '../mail-policy.js'
import { disposition } from '../octets/disposition.js'
import { noOctets, octetStream } from '../octets/octet-stream.js'
import { partType } from '../octets/part-type.js'

export interface PartAnswer {
  readonly request: { readonly method: string }
  readonly reply: FastifyReply
  /** for a part that has no name of its own */
  readonly name: string
}

export function sendPart(open: OpenPart, { request, reply, name }: PartAnswer): FastifyReply {
  const { contentType, kind } = partType(open.contentType, open.charset)
  reply.header('Content-Security-Policy', mailPolicy)
  reply.header('Content-Disposition', disposition(kind, open.filename || name))
  return reply.type(contentType).send(request.method === 'HEAD' ? noOctets() : octetStream(open.octets))
}

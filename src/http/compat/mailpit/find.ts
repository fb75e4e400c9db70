// Finds the message that a path names.

import type { FastifyRequest } from 'fastify'
import type { Message } from '../../../model/message.js'
import type { Context } from '../../context.js'
import { parameter } from '../query.js'
import { noMessage } from './answers.js'
import { search } from './search.js'

/** `latest` is the newest, or with `?query=` the newest that matches. @throws MailholdError `notFound` */
export async function findMessage(
  { mailroom }: Context,
  id: string,
  request: FastifyRequest,
): Promise<Message> {
  const query = id === 'latest' ? parameter(request, 'query').trim() : ''
  const timeZone = parameter(request, 'tz')
  const wanted = query === '' ? id : (await search(mailroom, { query, timeZone }))[0]?.id
  const message = wanted === undefined ? undefined : await mailroom.find(wanted)
  if (!message) throw noMessage()
  return message
}

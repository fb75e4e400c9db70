// How every route of one message finds it.

import type { Narrowing } from '../../../mailroom/mailroom.js'
import type { Message } from '../../../model/message.js'
import type { Context } from '../../context.js'
import { notFound } from '../../errors/problem.js'
import { narrowingOf } from '../../input/narrowing.js'

/** @throws MailholdError `notFound` */
export async function findMessage(
  { mailroom }: Context,
  id: string,
  query: Pick<Narrowing, 'inbox' | 'q'> = {},
): Promise<Message> {
  const message = await mailroom.find(id, narrowingOf(query))
  if (message) return message
  if (id === 'latest') throw notFound('There is no message yet that this asks for.')
  throw notFound(`There is no message "${id.slice(0, 60)}"; it may have been deleted.`)
}

// Finds the message that a path of MailDev names.

import type { Message } from '../../../model/message.js'
import type { Context } from '../../context.js'
import { noEmail } from './answers.js'

/** @throws MailholdError `notFound` */
export async function findEmail({ mailroom }: Context, id: string): Promise<Message> {
  const found = id === 'latest' ? undefined : await mailroom.find(id)
  if (!found) throw noEmail()
  return found
}

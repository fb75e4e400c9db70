// The messages of a long list that are still there when their turn comes.

import type { Mailroom } from '../../mailroom/mailroom.js'
import { MailholdError } from '../../model/errors.js'
import type { Message } from '../../model/message.js'
import { startNow } from './start-now.js'

export interface MessageThere {
  readonly message: Message
  /** as received, begun to be read; a removal from now on may end them with an error */
  readonly octets: AsyncIterable<Uint8Array>
}

/** Leaves out what was deleted since it was listed: a slow reader takes minutes over a long export. */
export async function* thoseThere(
  messages: AsyncIterable<Message>,
  mailroom: Pick<Mailroom, 'raw'>,
): AsyncGenerator<MessageThere> {
  for await (const message of messages) {
    const octets = await beginning(mailroom.raw(message))
    if (octets) yield { message, octets }
  }
}

async function beginning(octets: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array> | undefined> {
  try {
    return await startNow(octets)
  } catch (error) {
    if (error instanceof MailholdError && error.code === 'notFound') return undefined
    throw error
  }
}

// Octets of a message that may be removed at any moment.

import { MailholdError } from '../model/errors.js'

/** The same octets, begun to be read; `undefined` if the message is gone. A removal later on ends them with an error. */
export async function whileThere(
  octets: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const iterator = octets[Symbol.asyncIterator]()
  try {
    return from(await iterator.next(), iterator)
  } catch (error) {
    if (error instanceof MailholdError && error.code === 'notFound') return undefined
    throw error
  }
}

async function* from(
  first: IteratorResult<Uint8Array>,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let step = first; step.done !== true; step = await iterator.next()) yield step.value
  } finally {
    await iterator.return?.()
  }
}

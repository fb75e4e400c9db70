// Octets of a message that may be removed at any moment.

import { MailholdError } from '../model/errors.js'

/** The same octets, once the first of them are there; `undefined` if there are none, or the message is gone. */
export async function whileThere(
  octets: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const iterator = octets[Symbol.asyncIterator]()
  const first = await firstOf(iterator)
  return first && followedBy(first, iterator)
}

async function firstOf(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    const { done, value } = await iterator.next()
    return done === true ? undefined : value
  } catch (error) {
    if (error instanceof MailholdError && error.code === 'notFound') return undefined
    throw error
  }
}

async function* followedBy(
  first: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield first
    for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) yield step.value
  } finally {
    await iterator.return?.()
  }
}

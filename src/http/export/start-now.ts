// Asks a lazy sequence for its first item at once, so that what is wrong with the request shows before the answer begins.

/** The same sequence, already begun. Rejects with what its beginning throws. */
export async function startNow<Item>(items: AsyncIterable<Item>): Promise<AsyncIterable<Item>> {
  const iterator = items[Symbol.asyncIterator]()
  const first = await iterator.next()
  return goOn(first, iterator)
}

async function* goOn<Item>(first: IteratorResult<Item>, rest: AsyncIterator<Item>): AsyncGenerator<Item> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

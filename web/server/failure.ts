// What the page says of a request that did not succeed.

import { NoServer } from '../../src/client/client.js'

/** One sentence; the page knows its server, so how to name another one is left out. `undefined` where nothing is told. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof NoServer) return error.fact
  return error instanceof Error ? error.message : undefined
}

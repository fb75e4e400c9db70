// How the program's own process collects garbage where cores are few.

import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'

const few = 2

/**
 * V8 collects young garbage in the main thread and up to four more, and the main thread waits for the last of them. With no
 * more than two cores, one of them may stand behind the client that waits for its answer: alone, the main thread is through
 * sooner, and of a thousand waits that one mail meets the last ends earlier. Call it before the server starts.
 * @param cores how many threads run at once
 */
export function collectAloneOnFewCores(cores = availableParallelism()): void {
  if (cores <= few) setFlagsFromString('--no-parallel-scavenge')
}

// Limits that follow from the options and from the machine.

import { availableParallelism } from 'node:os'
import type { Options } from '../config/table.js'
import type { RetentionLimits } from '../model/stats.js'

/** A store in memory is never larger. */
const memoryStoreSize = 256 * 1024 * 1024

export const retentionOf = (options: Options, durable: boolean): RetentionLimits => ({
  maxMessages: options.maxMessages,
  maxAge: options.maxAge,
  maxStoreSize: durable ? options.maxStoreSize : Math.min(options.maxStoreSize, memoryStoreSize),
})

/** On two cores one parses, and a second one starts with the first large message, or when the first is held up. */
export const parserThreads = () => {
  const usualThreads = Math.max(1, Math.min(4, availableParallelism() - 1))
  return { usualThreads, maxThreads: usualThreads + 1 }
}

// A name for the inbox of one test, which no other test, worker, shard or retry has.

import { quoted } from '../mail/words.js'

/**
 * `w3-k9f2q7x1`: the number of the worker, for people, and eight characters by chance.
 * @param random eight random octets
 */
export function freshName(random: Uint8Array, worker: string): string {
  const word = Array.from(random.subarray(0, 8), (octet) => alphabet[octet % alphabet.length]).join('')
  return `w${worker}-${word}`
}

/** In lower case, as the server has it. @throws TypeError for a name that no mail can be sent to */
export function asInboxName(given: string): string {
  const name = given.toLowerCase()
  if (name === 'all') throw new TypeError('"all" is no inbox: the client itself looks at all mail')
  if (/^[a-z0-9-]{1,40}$/.test(name)) return name
  throw new TypeError(
    `the name of an inbox is 1 to 40 of a to z, 0 to 9 and -, got ${quoted(given)}; without a name it is a fresh one`,
  )
}

/** 32 characters, so that all are equally likely; without those that people take for one another. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

const numbers = ['VITEST_POOL_ID', 'JEST_WORKER_ID', 'TEST_PARALLEL_INDEX']

/** The worker's number as the test runners tell it in the environment; `0` where none does. */
export const workerNumber = (environment: Readonly<Record<string, string | undefined>>): string =>
  numbers.map((name) => environment[name]).find((number) => /^\d{1,6}$/.test(number ?? '')) ?? '0'

// Waiting for mail, and asserting on it. "Not met" is an answer, not an error.

import type { AssertAnswer, WaitMet, WaitNotMet } from '../wire/wait.js'
import type { Assertion, Expectation, WaitParameters } from './expectation.js'
import { longAssert } from './long-assert.js'
import { type Bounds, isOutOfTime, milliseconds, quietOf, remaining, usualTimeout } from './long-wait.js'
import { plainAssertion, plainExpectation } from './plain-criteria.js'
import type { Call, Transport, TransportOptions } from './transport.js'

export type WaitAnswer = WaitMet | WaitNotMet

export interface WaitOptions {
  /** ends the wait; it then rejects with the reason of the signal */
  readonly signal?: AbortSignal
}

/** A value of a mail as text, or why there is none. */
export type Printed =
  | { readonly found: true; readonly text: string }
  | { readonly found: false; readonly text: string }

export interface Waits {
  /** Resolves when the verdict is known. A time-out of more than 55 s takes several calls. */
  readonly wait: (request: Expectation, options?: WaitOptions) => Promise<WaitAnswer>
  /** The same with parameters of a query string; only here search text (`q`) is taken. */
  readonly waitFor: (parameters: WaitParameters, options?: WaitOptions) => Promise<WaitAnswer>
  /** `code`, `link:Confirm`, … of the newest mail that the parameters find now. */
  readonly printed: (value: string, parameters: WaitParameters) => Promise<Printed>
  /** Several expectations, judged together. */
  readonly assert: (request: Assertion, options?: WaitOptions) => Promise<AssertAnswer>
}

const answers = [422]

/** The server holds one call no longer. */
const held = 55_000

export function createWaits(
  transport: Transport,
  { longestCall = held }: Pick<TransportOptions, 'longestCall'>,
): Waits {
  const { json } = transport
  const post = <Answer>(path: string, body: unknown, options: WaitOptions): Promise<Answer> =>
    json<Answer>('POST', path, { json: body, answers, ...options })
  const waitOnce = (request: Expectation, options: WaitOptions) =>
    post<WaitAnswer>('/v1/wait', request, options)
  const askOnce = (parameters: WaitParameters, options: WaitOptions) =>
    json<WaitAnswer>('GET', '/v1/wait', { query: queryOf(parameters), answers, ...options })
  return {
    wait: async (request, options = {}) => {
      const plain = plainExpectation(request)
      const { timeout, settle } = plain
      return goOn({ timeout, bounds: { longestCall, settle: quietOf(settle) } }, (next) =>
        waitOnce({ ...plain, ...next }, options),
      )
    },
    waitFor: (parameters, options = {}) => {
      const given = (wanted: string) => parameters.find(([name]) => name === wanted)?.[1]
      const bounds = { longestCall, settle: quietOf(given('settle')) }
      return goOn({ timeout: given('timeout'), bounds }, (next) =>
        askOnce(withParameters(parameters, next), options),
      )
    },
    printed: (value, parameters) => print(transport, value, parameters),
    assert: async (request, options = {}) =>
      longAssert(plainAssertion(request), {
        longestCall,
        assert: (body) => post<AssertAnswer>('/v1/assert', body, options),
      }),
  }
}

/** What another call asks in place of what was given. */
interface Next {
  readonly timeout?: string
  /** the window of the first call */
  readonly after?: string
  /** how long the earlier ones took */
  readonly waited?: string
}

interface Span {
  /** as given; one that cannot be read is left to the server, which says so */
  readonly timeout: string | undefined
  readonly bounds: Bounds
}

async function goOn(
  { timeout, bounds }: Span,
  ask: (next: Next) => Promise<WaitAnswer>,
): Promise<WaitAnswer> {
  const total = timeout === undefined ? usualTimeout : milliseconds(timeout)
  if (total === undefined || total <= bounds.longestCall) return ask({})
  const startedAt = performance.now()
  let after: string | undefined
  for (;;) {
    const waited = after === undefined ? 0 : Math.round(performance.now() - startedAt)
    const { share, isLast } = remaining(total, waited, bounds)
    const earlier = after === undefined ? {} : { after, waited: `${waited}ms` }
    const answer = await ask({ timeout: `${share}ms`, ...earlier })
    if (isLast || isFinal(answer, waited + share)) return answer
    after = answer.lookedFrom
  }
}

/** A call whose time was over may have passed before it was quiet; it is asked again. */
const isFinal = (answer: WaitAnswer, until: number): boolean =>
  answer.pass ? answer.waitedMs < until : !isOutOfTime(answer.reason)

/** Several values under one name become a list; the server says what may not stand twice. */
function queryOf(parameters: WaitParameters): NonNullable<Call['query']> {
  const byName = new Map<string, string[]>()
  for (const [name, value] of parameters) byName.set(name, [...(byName.get(name) ?? []), value])
  return Object.fromEntries(byName)
}

function withParameters(parameters: WaitParameters, next: Next): WaitParameters {
  const added = Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const replaced = new Set(added.map(([name]) => name))
  return [...parameters.filter(([name]) => !replaced.has(name)), ...added]
}

/** How many there must be was judged before; one is enough to print from. */
const judged = ['count', 'count.min', 'count.max', 'settle', 'timeout', 'return', 'print']

async function print({ send }: Transport, value: string, parameters: WaitParameters): Promise<Printed> {
  const kept = parameters.filter(([name]) => !judged.includes(name) && !name.startsWith('until.'))
  const query = queryOf([...kept, ['timeout', '0s'], ['print', value]])
  const answer = await send('GET', '/v1/wait', { query, answers })
  // the server ends the value with a line feed of its own
  return { found: answer.ok, text: (await answer.text()).replace(/\n$/, '') }
}

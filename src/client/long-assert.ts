// An assertion that takes longer than one call may hold.

import type { AssertAnswer } from '../wire/wait.js'
import type { Assertion, Expectation } from './expectation.js'
import { isOutOfTime, milliseconds, usualTimeout } from './long-wait.js'

export interface Asking {
  readonly assert: (request: Assertion) => Promise<AssertAnswer>
  /** where the server begins to look when it is told neither inbox nor place */
  readonly windowNow: () => Promise<string>
  /** milliseconds */
  readonly longestCall: number
}

/** One call where that is enough, else several that look at the same mail. */
export async function longAssert(request: Assertion, asking: Asking): Promise<AssertAnswer> {
  const { longestCall } = asking
  const times = timesOf(request)
  if (!times?.some((time) => time > longestCall)) return asking.assert(request)
  const startedAt = performance.now()
  const elapsed = (): number => Math.round(performance.now() - startedAt)
  const fixed = await withWindow(request, asking)
  for (;;) {
    const before = elapsed()
    const shares = times.map((time) => Math.min(longestCall, Math.max(0, time - before)))
    const answer = await asking.assert({ ...withTimes(fixed, shares), waited: `${before}ms` })
    const isLast = times.map((time, at) => before + (shares[at] ?? 0) >= time)
    if (isFinal(answer, isLast, before + longestCall) || isLast.every(Boolean)) return answer
  }
}

/** A call whose time was over may have passed before it was quiet; it is asked again. */
function isFinal(answer: AssertAnswer, isLast: readonly boolean[], until: number): boolean {
  if (answer.pass) return answer.waitedMs < until
  return answer.expectations.some((one, at) => !one.pass && isFinalReason(one.reason, isLast[at] ?? true))
}

const isFinalReason = (reason: string, isLast: boolean): boolean =>
  reason !== 'stopped' && (isLast || !isOutOfTime(reason))

/** Milliseconds for each expectation; `undefined` where something is not as it should be, which the server says. */
function timesOf({ timeout, expectations }: Assertion): readonly number[] | undefined {
  if (!Array.isArray(expectations)) return undefined
  const times = expectations.map((one: Expectation | null) => {
    if (typeof one !== 'object' || one === null) return undefined
    const text: unknown = one.timeout ?? timeout
    return text === undefined ? usualTimeout : typeof text === 'string' ? milliseconds(text) : undefined
  })
  const known = times.filter((time) => time !== undefined)
  return known.length === times.length ? known : undefined
}

/** With an inbox the window begins at the start; without one it would move from call to call. */
async function withWindow(request: Assertion, { windowNow }: Asking): Promise<Assertion> {
  const isOpen = ({ inbox = request.inbox, after = request.after }: Expectation): boolean =>
    inbox === undefined && after === undefined
  if (!request.expectations.some(isOpen)) return request
  const after = await windowNow()
  const expectations = request.expectations.map((one) => (isOpen(one) ? { ...one, after } : one))
  return { ...request, expectations }
}

function withTimes({ timeout: _, ...request }: Assertion, times: readonly number[]): Assertion {
  const expectations = request.expectations.map((one, at) => ({ ...one, timeout: `${times[at] ?? 0}ms` }))
  return { ...request, expectations }
}

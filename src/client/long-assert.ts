// An assertion that takes longer than one call may hold.

import type { AssertAnswer } from '../wire/wait.js'
import type { Assertion, Expectation } from './expectation.js'
import { isOutOfTime, milliseconds, quietOf, type Remaining, remaining, usualTimeout } from './long-wait.js'

export interface Asking {
  readonly assert: (request: Assertion) => Promise<AssertAnswer>
  /** milliseconds */
  readonly longestCall: number
}

/** One call where that is enough, else several that look at the same mail. */
export async function longAssert(request: Assertion, asking: Asking): Promise<AssertAnswer> {
  const { longestCall } = asking
  const times = timesOf(request)
  if (!times?.some(({ total }) => total > longestCall)) return asking.assert(request)
  const startedAt = performance.now()
  const elapsed = (): number => Math.round(performance.now() - startedAt)
  let asked = request
  for (;;) {
    const before = elapsed()
    const parts = times.map(({ total, settle }) => remaining(total, before, { longestCall, settle }))
    const answer = await asking.assert({ ...withTimes(asked, parts), waited: `${before}ms` })
    if (isFinal(answer, parts, before) || parts.every(({ isLast }) => isLast)) return answer
    asked = inWindowOf(answer, request)
  }
}

/** A call whose time was over may have passed before it was quiet; it is asked again. */
function isFinal(answer: AssertAnswer, parts: readonly Remaining[], before: number): boolean {
  if (answer.pass) return parts.every(({ share, isLast }) => isLast || answer.waitedMs < before + share)
  return answer.expectations.some(
    (one, at) => !one.pass && isFinalReason(one.reason, parts[at]?.isLast ?? true),
  )
}

const isFinalReason = (reason: string, isLast: boolean): boolean =>
  reason !== 'stopped' && (isLast || !isOutOfTime(reason))

interface Time {
  /** milliseconds */
  readonly total: number
  /** milliseconds */
  readonly settle: number
}

/** Of each expectation; `undefined` where something is not as it should be, which the server says. */
function timesOf({ timeout, settle, expectations }: Assertion): readonly Time[] | undefined {
  if (!Array.isArray(expectations)) return undefined
  const times = expectations.map((one: Expectation | null): Time | undefined => {
    if (typeof one !== 'object' || one === null) return undefined
    const text: unknown = one.timeout ?? timeout
    const total =
      text === undefined ? usualTimeout : typeof text === 'string' ? milliseconds(text) : undefined
    return total === undefined ? undefined : { total, settle: quietOf(one.settle ?? settle) }
  })
  const known = times.filter((time) => time !== undefined)
  return known.length === times.length ? known : undefined
}

/** The same, looking where the first call looked: without an inbox the window would move from call to call. */
const inWindowOf = ({ expectations }: AssertAnswer, request: Assertion): Assertion => ({
  ...request,
  expectations: request.expectations.map((one, at) => {
    const after = expectations[at]?.lookedFrom
    return after === undefined ? one : { ...one, after }
  }),
})

function withTimes({ timeout: _, ...request }: Assertion, parts: readonly Remaining[]): Assertion {
  const expectations = request.expectations.map((one, at) => ({
    ...one,
    timeout: `${parts[at]?.share ?? 0}ms`,
  }))
  return { ...request, expectations }
}

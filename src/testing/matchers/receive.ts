// Matchers on places: what comes, in which order, and that nothing does. The server waits and tells the story.

import type { Criteria, Expectation, FindMailsOptions, FindOptions, Place } from '../../client/client.js'
import { limitsOf } from '../../client/inbox/find.js'
import { withDifference } from './difference.js'
import { type Asking, type Outcome, outcomeOf } from './outcome.js'
import { asPlace } from './received.js'

/** Passes as soon as the mail is there; with `.not` when it has been quiet, or the `until` mail has come, and none was there. */
export async function toReceive(
  asking: Asking,
  received: unknown,
  match: Criteria = {},
  options: FindMailsOptions = {},
): Promise<Outcome> {
  const place = asPlace(received, 'toReceive')
  const { count, each, signal } = options
  if (asking.isNot && (count !== undefined || each !== undefined)) {
    throw new TypeError('.not.toReceive() says that no such mail comes: leave out count and each')
  }
  const wanted = asking.isNot
    ? { count: 0 }
    : { ...(count !== undefined && { count }), ...(each && { each }) }
  const request = { ...limitsOf(options), match, ...wanted, return: 'summary' } as const
  return waitFor(place, request, { asking, signal })
}

/** Passes when it has been quiet, or the `until` mail has come, and no mail was there. */
export async function toStayEmpty(
  asking: Asking,
  received: unknown,
  options: FindOptions = {},
): Promise<Outcome> {
  const place = asPlace(received, 'toStayEmpty')
  const wanted = asking.isNot ? {} : { count: 0 }
  const request = {
    ...limitsOf(options),
    match: barrierLeftOut(options),
    ...wanted,
    return: 'summary',
  } as const
  return waitFor(place, request, { asking, signal: options.signal })
}

async function waitFor(
  place: Place,
  request: Expectation,
  { asking, signal }: { readonly asking: Asking; readonly signal: AbortSignal | undefined },
): Promise<Outcome> {
  const answer = await place.wait(request, signal ? { signal } : {})
  if (answer.pass) return outcomeOf(true, asking, '')
  return outcomeOf(false, asking, withDifference(answer))
}

/** The mail that ends the wait is not one of those that must not come. */
function barrierLeftOut({ until }: FindOptions): Criteria {
  if (until === undefined) return {}
  const { subject, ...others } = until
  if (typeof subject === 'string' && Object.keys(others).length === 0) {
    return { subject: { not: { equals: subject } } }
  }
  throw new TypeError(
    'toStayEmpty({ until }) takes the subject of the mail that the app sends last: { until: { subject: "Welcome" } }',
  )
}

/** Passes when all have come, each after the one before it. */
export async function toReceiveInOrder(
  asking: Asking,
  received: unknown,
  list: readonly Criteria[],
  options: FindOptions = {},
): Promise<Outcome> {
  const place = asPlace(received, 'toReceiveInOrder')
  if (asking.isNot)
    throw new TypeError('.not.toReceiveInOrder() is not defined: expect the order that is right')
  const { until, ...limits } = limitsOf(options)
  const expectations = list.map((match) => ({ match, return: 'summary' as const, ...(until && { until }) }))
  const request = { ...limits, expectations, order: 'strict' as const }
  const answer = await place.assert(request, options.signal ? { signal: options.signal } : {})
  return outcomeOf(answer.pass, asking, answer.text)
}

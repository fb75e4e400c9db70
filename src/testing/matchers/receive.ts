// Matchers on places: what comes, in which order, and that nothing does. The server waits and tells the story.

import type { Criteria, FindMailsOptions, FindOptions } from '../../client/client.js'
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
  const answer = await place.wait(
    { ...limitsOf(options), match, ...wanted, return: 'summary' },
    signal ? { signal } : {},
  )
  return outcomeOf(answer.pass, asking, answer.pass ? '' : withDifference(answer))
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
  const answer = await place.wait(request, options.signal ? { signal: options.signal } : {})
  return outcomeOf(answer.pass, asking, answer.pass ? '' : answer.text)
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

// start and limit of a list.

import type { FastifyRequest } from 'fastify'
import { parameter, wholeNumber } from '../query.js'
import type { Slice } from '../walk.js'

const longestPage = 10_000

/** What cannot be read counts as not given: from 0, 50 messages. */
export const pageOf = (request: Pick<FastifyRequest, 'url'>): Slice => ({
  start: wholeNumber(parameter(request, 'start'), 0, 0),
  limit: Math.min(longestPage, wholeNumber(parameter(request, 'limit'), 50, 1)),
})

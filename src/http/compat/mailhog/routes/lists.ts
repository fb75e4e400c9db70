// GET /api/v2/messages and /api/v2/search.

import type { FastifyRequest } from 'fastify'
import type { App } from '../../../app.js'
import type { Context } from '../../../context.js'
import { badInput } from '../../../errors/problem.js'
import { parameter, wholeNumber } from '../../query.js'
import { type Slice, slice } from '../../walk.js'
import { sendJson } from '../answers.js'
import { itemsOf, type MessagesResult } from '../list.js'
import { type Asked, kinds, search } from '../search.js'

const longestPage = 250

export function lists(scope: App, { mailroom }: Context): void {
  scope.get('/api/v2/messages', async (request, reply) => {
    const wanted = pageOf(request)
    const items = await itemsOf(mailroom, await slice(mailroom, { order: 'newest' }, wanted))
    const { messages: total } = await mailroom.status()
    const result: MessagesResult = { total, count: items.length, start: wanted.start, items }
    return sendJson(reply, result)
  })

  scope.get('/api/v2/search', async (request, reply) => {
    const { start, limit } = pageOf(request)
    const found = await search(mailroom, askedOf(request))
    const items = await itemsOf(mailroom, found.slice(start, start + limit))
    const result: MessagesResult = { total: found.length, count: items.length, start, items }
    return sendJson(reply, result)
  })
}

const pageOf = (request: FastifyRequest): Slice => ({
  start: wholeNumber(parameter(request, 'start'), 0, 0),
  limit: Math.min(longestPage, wholeNumber(parameter(request, 'limit'), 50, 1)),
})

function askedOf(request: FastifyRequest): Asked {
  const kind = kinds.find((one) => one === parameter(request, 'kind'))
  const query = parameter(request, 'query')
  if (!kind || query === '') throw badInput('kind', 'kind must be from, to or containing, with a query')
  return { kind, query }
}

// GET and DELETE /api/v1/search.

import type { FastifyRequest } from 'fastify'
import { badInput } from '../../../errors/problem.js'
import { parameter } from '../../query.js'
import { ok, sendJson } from '../answers.js'
import { cut, listForm } from '../list.js'
import { pageOf } from '../page.js'
import type { MailpitRoute } from '../route.js'
import { type Asked, search as find, searchExactly } from '../search.js'

export const search: MailpitRoute = (scope, { mailroom }) => {
  scope.get('/api/v1/search', async (request, reply) => {
    const wanted = pageOf(request)
    const found = await find(mailroom, askedOf(request))
    const matching = { count: found.length, unread: found.filter(({ read }) => !read).length }
    return sendJson(reply, await listForm(mailroom, { page: cut(found, wanted), matching }, wanted.start))
  })

  scope.delete('/api/v1/search', async (request, reply) => {
    const ids = await searchExactly(mailroom, askedOf(request))
    if (ids.length > 0) await mailroom.remove({ ids })
    return ok(reply)
  })
}

function askedOf(request: FastifyRequest): Asked {
  const query = parameter(request, 'query').trim()
  if (query === '') throw badInput('query', 'Error: no search query')
  return { query, timeZone: parameter(request, 'tz') }
}

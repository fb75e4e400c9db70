// GET /email: all emails. DELETE /email/all. PATCH /email/read-all.

import { parameter, wholeNumber } from '../../query.js'
import { readFilter } from '../filter.js'
import { listEmails } from '../list.js'
import type { MaildevRoute } from '../route.js'

const paging = ['skip', 'limit', 'sort']

export const emails: MaildevRoute = (scope, { mailroom }, family) => {
  const { prefix, version } = family
  scope.get(`${prefix}/email`, async (request) => {
    const sort = version === 3 ? parameter(request, 'sort') : ''
    const limit = parameter(request, 'limit')
    return listEmails(mailroom, family, {
      filter: readFilter(request.url, paging),
      skip: wholeNumber(parameter(request, 'skip'), 0, 0),
      ...(/^\d{1,9}$/.test(limit) && { limit: Number(limit) }),
      ...((sort === 'asc' || sort === 'desc') && { sort }),
    })
  })

  scope.delete(`${prefix}/email/all`, async (_request, reply) => {
    await mailroom.remove({ all: true })
    return reply.send(true)
  })

  scope.patch(`${prefix}/email/read-all`, async (_request, reply) =>
    reply.send(await mailroom.mark({ q: 'is:unread' }, { read: true })),
  )
}

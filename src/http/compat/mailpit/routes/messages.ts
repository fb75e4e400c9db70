// GET, PUT and DELETE /api/v1/messages.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Mailroom } from '../../../../mailroom/mailroom.js'
import { badInput } from '../../../errors/problem.js'
import { flagAt, type Members, readMembers, textAt, textsAt } from '../../json-body.js'
import { parameter } from '../../query.js'
import { slice } from '../../walk.js'
import { ok, sendJson } from '../answers.js'
import { listForm } from '../list.js'
import { pageOf } from '../page.js'
import type { MailpitRoute } from '../route.js'
import { searchExactly } from '../search.js'

export const messages: MailpitRoute = (scope, { mailroom }, { mailhog }) => {
  scope.get('/api/v1/messages', async (request, reply) => {
    const wanted = pageOf(request)
    const page = await slice(mailroom, { order: 'newest' }, wanted)
    return sendJson(reply, await listForm(mailroom, { page }, wanted.start))
  })

  scope.put('/api/v1/messages', async (request, reply) => {
    const members = readMembers(request.body)
    if (!members) throw badInput('', 'EOF')
    await markMessages(mailroom, members, request)
    return ok(reply)
  })

  scope.delete('/api/v1/messages', async (request, reply) => {
    const ids = idsToRemove(readMembers(request.body))
    await mailroom.remove(ids ? { ids } : { all: true })
    return mailhog && isAskedByMailhogClient(request) ? noWords(reply) : ok(reply)
  })
}

async function markMessages(mailroom: Mailroom, members: Members, request: FastifyRequest): Promise<void> {
  const read = flagAt(members, 'Read')
  const ids = textsAt(members, 'IDs') ?? []
  const query = textAt(members, 'Search').trim()
  if (ids.length > 0 && query !== '')
    throw badInput('IDs', 'You may specify either IDs or a search query, not both')
  if (query !== '') {
    const found = await searchExactly(mailroom, { query, timeZone: parameter(request, 'tz') })
    await mailroom.mark({ ids: found }, { read })
  } else if (ids.length > 0) await mailroom.mark({ ids }, { read })
  else await mailroom.mark({ q: read ? 'is:unread' : 'is:read' }, { read })
}

/**
 * `undefined` stands for all: no body, an empty object, or no ids in the list.
 * @throws MailholdError `badInput` for a body that says something else than ids, which may have meant some messages only
 */
function idsToRemove(members: Members | undefined): readonly string[] | undefined {
  if (!members) return undefined
  const others = [...members.keys()].filter((name) => name !== 'ids')
  if (others.length > 0 && !members.has('ids')) {
    throw badInput(
      'IDs',
      `nothing was deleted: "${others[0]?.slice(0, 60)}" is not known; send IDs, or no body for all`,
    )
  }
  const ids = textsAt(members, 'IDs') ?? []
  return ids.length > 0 ? ids : undefined
}

/** MailHog has the same path, and its npm client takes any words in the answer for JSON. It sends no Accept, which fetch always does. */
const isAskedByMailhogClient = ({ headers, body }: FastifyRequest): boolean =>
  headers.accept === undefined && headers['content-type'] === undefined && body === undefined

const noWords = (reply: FastifyReply): FastifyReply => reply.type('text/json').send('')

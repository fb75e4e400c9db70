// Of version 3 only: pages of summaries, and the deletion of several.

import type { FastifyRequest } from 'fastify'
import type { Mailroom } from '../../../../mailroom/mailroom.js'
import type { MessageSummary } from '../../../../model/message.js'
import { badInput } from '../../../errors/problem.js'
import { readMembers } from '../../json-body.js'
import { parameter, wholeNumber } from '../../query.js'
import { formEach, walk } from '../../walk.js'
import { summaryForm } from '../email.js'
import type { MaildevRoute } from '../route.js'

const longestPage = 200
const mostIds = 1000

export const summaries: MaildevRoute = (scope, { mailroom }, { prefix, version }) => {
  if (version < 3) return
  scope.get(`${prefix}/email/summary`, async (request) => {
    const skip = wholeNumber(parameter(request, 'skip'), 0, 0)
    const limit = Math.min(longestPage, wholeNumber(parameter(request, 'limit'), 50, 1))
    const found = await matching(mailroom, request)
    const { messages: storeTotal, unread } = await mailroom.status()
    const items = found.slice(skip, skip + limit).map(summaryForm)
    return { items, total: found.length, storeTotal, unread, skip, limit }
  })

  scope.post(`${prefix}/email/delete`, async (request) => {
    const deleted: string[] = []
    const notFound: string[] = []
    for (const id of idsOf(request)) {
      const removed = id === 'latest' ? 0 : await mailroom.remove({ ids: [id] })
      ;(removed > 0 ? deleted : notFound).push(id)
    }
    return { deleted, notFound }
  })
}

function idsOf({ body }: FastifyRequest): ReadonlySet<string> {
  const ids = readMembers(body)?.get('ids')
  const isList = Array.isArray(ids) && ids.every((id) => typeof id === 'string' && id.trim() !== '')
  if (!isList) throw badInput('ids', 'Request body must include an ids array of email IDs')
  if (ids.length > mostIds) throw badInput('ids', `ids may have ${mostIds} entries at most`)
  return new Set(ids)
}

async function matching(mailroom: Mailroom, request: FastifyRequest): Promise<readonly MessageSummary[]> {
  const piece = parameter(request, 'search').trim().toLowerCase()
  const q = parameter(request, 'unread') === 'true' ? 'is:unread' : ''
  const order = parameter(request, 'sort') === 'asc' ? 'oldest' : 'newest'
  const found: MessageSummary[] = []
  for await (const page of walk(mailroom, { q, order })) {
    found.push(...(piece === '' ? page : await containing(mailroom, page, piece)))
  }
  return found
}

/** Subject, everybody named, and the text. */
async function containing(
  mailroom: Pick<Mailroom, 'each'>,
  page: readonly MessageSummary[],
  piece: string,
): Promise<readonly MessageSummary[]> {
  const ids = page.map(({ id }) => id)
  const judged = await formEach(mailroom, ids, ({ summary, facts }) => {
    const people = [summary.from, ...summary.to, ...summary.cc, ...summary.bcc]
    const texts = [
      summary.subject,
      facts.visibleText,
      ...people.flatMap((one) => (one ? [one.name, one.address] : [])),
    ]
    return { summary, holds: texts.some((text) => text.toLowerCase().includes(piece)) }
  })
  return judged.flatMap(({ summary, holds }) => (holds ? [summary] : []))
}

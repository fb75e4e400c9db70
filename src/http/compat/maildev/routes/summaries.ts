// Of version 3 only: pages of summaries, and the deletion of several.

import type { FastifyRequest } from 'fastify'
import type { Mailroom } from '../../../../mailroom/mailroom.js'
import type { MessageId } from '../../../../model/ids.js'
import type { MessageSummary } from '../../../../model/message.js'
import { badInput } from '../../../errors/problem.js'
import { readMembers } from '../../json-body.js'
import { parameter, wholeNumber } from '../../query.js'
import { formEach, slice, type Walking, walk } from '../../walk.js'
import { type EmailSummary, summaryForm } from '../email.js'
import type { MaildevRoute } from '../route.js'

const longestPage = 200
const mostIds = 1000

export const summaries: MaildevRoute = (scope, { mailroom }, { prefix, version }) => {
  if (version < 3) return
  scope.get(`${prefix}/email/summary`, async (request) => {
    const asked = askedOf(request)
    const { skip, limit, search } = asked
    const { items, total } =
      search === '' ? await pageOfAll(mailroom, asked) : await pageOfFound(mailroom, asked)
    const { messages: storeTotal, unread } = await mailroom.status()
    return { items, total, storeTotal, unread, skip, limit }
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

interface Asked extends Walking {
  readonly skip: number
  readonly limit: number
  /** lower case; `''` for all */
  readonly search: string
}

const askedOf = (request: FastifyRequest): Asked => ({
  skip: wholeNumber(parameter(request, 'skip'), 0, 0),
  limit: Math.min(longestPage, wholeNumber(parameter(request, 'limit'), 50, 1)),
  search: parameter(request, 'search').trim().toLowerCase(),
  order: parameter(request, 'sort') === 'asc' ? 'oldest' : 'newest',
  ...(parameter(request, 'unread') === 'true' && { q: 'is:unread' }),
})

interface Page {
  readonly items: readonly EmailSummary[]
  readonly total: number
}

async function pageOfAll(mailroom: Mailroom, { skip, limit, ...walking }: Asked): Promise<Page> {
  const page = await slice(mailroom, walking, { start: skip, limit })
  const counting = { ...(walking.q && { q: walking.q }), order: walking.order, limit: 1, total: true }
  const { total = 0 } = await mailroom.list(counting)
  return { items: page.map(summaryForm), total }
}

async function pageOfFound(mailroom: Mailroom, { skip, limit, search, ...walking }: Asked): Promise<Page> {
  const found: MessageId[] = []
  for await (const page of walk(mailroom, walking)) found.push(...(await containing(mailroom, page, search)))
  const ids = found.slice(skip, skip + limit)
  return { items: await formEach(mailroom, ids, ({ summary }) => summaryForm(summary)), total: found.length }
}

/** Subject, everybody named, and the text. */
async function containing(
  mailroom: Pick<Mailroom, 'each'>,
  page: readonly MessageSummary[],
  piece: string,
): Promise<readonly MessageId[]> {
  const ids = page.map(({ id }) => id)
  const judged = await formEach(mailroom, ids, ({ summary, facts }) => {
    const people = [summary.from, ...summary.to, ...summary.cc, ...summary.bcc]
    const names = people.flatMap((one) => (one ? [one.name, one.address] : []))
    const texts = [summary.subject, facts.visibleText, ...names]
    return { id: summary.id, holds: texts.some((text) => text.toLowerCase().includes(piece)) }
  })
  return judged.flatMap(({ id, holds }) => (holds ? [id] : []))
}

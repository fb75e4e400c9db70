// Lists by number instead of by key, as peers page: "50 from the 100th on".

import type { Mailroom } from '../../mailroom/mailroom.js'
import type { MessageId } from '../../model/ids.js'
import type { Message, MessageSummary } from '../../model/message.js'

const pageSize = 500
/** as many whole messages as are held at once */
const batch = 50

/** What is remembered of a message that a search found: they may be all there are. */
export type Hit = Pick<MessageSummary, 'id' | 'read' | 'size'>

export const hitOf = ({ id, read, size }: MessageSummary): Hit => ({ id, read, size })

export interface Walking {
  readonly q?: string
  readonly order: 'newest' | 'oldest'
}

/** Every summary that the search leaves, a page at a time. */
export async function* walk(
  mailroom: Pick<Mailroom, 'list'>,
  { q, order }: Walking,
): AsyncGenerator<readonly MessageSummary[]> {
  let page: string | undefined
  do {
    const request = { ...(q && { q }), ...(page && { page }), limit: pageSize, order, total: false }
    const answer = await mailroom.list(request)
    yield answer.messages
    page = answer.nextPage
  } while (page !== undefined)
}

export interface Slice {
  readonly start: number
  readonly limit: number
}

/** The summaries from the `start`-th on. */
export async function slice(
  mailroom: Pick<Mailroom, 'list'>,
  walking: Walking,
  { start, limit }: Slice,
): Promise<readonly MessageSummary[]> {
  const { order, q } = walking
  if (start + limit <= pageSize) {
    const request = { ...(q && { q }), limit: start + limit, order, total: false }
    return (await mailroom.list(request)).messages.slice(start)
  }
  const found: MessageSummary[] = []
  let passed = 0
  for await (const page of walk(mailroom, walking)) {
    found.push(...page.slice(Math.max(0, start - passed), Math.max(0, start + limit - passed)))
    passed += page.length
    if (passed >= start + limit) break
  }
  return found
}

/** What `form` makes of each message, in the order of `ids`; those that have gone meanwhile are left out. */
export async function formEach<Form>(
  mailroom: Pick<Mailroom, 'each'>,
  ids: readonly MessageId[],
  form: (message: Message) => Form | Promise<Form>,
): Promise<Form[]> {
  const forms: Form[] = []
  for (let at = 0; at < ids.length; at += batch) {
    const some = ids.slice(at, at + batch)
    const formed = new Map<MessageId, Form>()
    for await (const message of mailroom.each({ ids: some })) {
      formed.set(message.summary.id, await form(message))
    }
    for (const id of some) {
      const one = formed.get(id)
      if (one !== undefined) forms.push(one)
    }
  }
  return forms
}

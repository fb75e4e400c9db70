// GET messages and search: a page of summaries with the counts that stand beside it.

import type { Mailroom } from '../../../mailroom/mailroom.js'
import type { MessageSummary } from '../../../model/message.js'
import { formEach, type Slice } from '../walk.js'
import { type MailpitSummary, summaryForm } from './form.js'

export interface MailpitList {
  /** messages and unread messages of the whole mailbox */
  readonly total: number
  readonly unread: number
  /** of this page */
  readonly count: number
  /** all that match */
  readonly messages_count: number
  readonly messages_unread: number
  readonly start: number
  readonly tags: readonly string[]
  readonly messages: readonly MailpitSummary[]
}

export interface Found {
  readonly page: readonly Pick<MessageSummary, 'id'>[]
  /** all that match; absent: the whole mailbox does */
  readonly matching?: { readonly count: number; readonly unread: number }
}

export async function listForm(
  mailroom: Mailroom,
  { page, matching }: Found,
  start: number,
): Promise<MailpitList> {
  const messages = await formEach(
    mailroom,
    page.map(({ id }) => id),
    summaryForm,
  )
  const { messages: total, unread } = await mailroom.status()
  return {
    total,
    unread,
    count: messages.length,
    messages_count: matching?.count ?? total,
    messages_unread: matching?.unread ?? unread,
    start,
    tags: await tagNames(mailroom),
    messages,
  }
}

export const tagNames = async (mailroom: Pick<Mailroom, 'tags'>): Promise<readonly string[]> =>
  (await mailroom.tags()).map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'en'))

export const cut = <Item>(items: readonly Item[], { start, limit }: Slice): readonly Item[] =>
  items.slice(start, start + limit)

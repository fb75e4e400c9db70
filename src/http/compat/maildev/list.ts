// All emails, whole, as MailDev lists them: oldest first.

import type { Mailroom } from '../../../mailroom/mailroom.js'
import { formEach, walk } from '../walk.js'
import { type Email, emailForm } from './email.js'
import type { Family } from './family.js'
import { type Filter, passes } from './filter.js'

export interface Asked {
  readonly filter: Filter
  readonly skip: number
  /** absent: all */
  readonly limit?: number
  readonly sort?: 'asc' | 'desc'
}

type Reading = Pick<Mailroom, 'list' | 'each' | 'bodies'>

/** Whole emails are held at once, so there is an end to them: so many, and so many characters of text. */
const most = { emails: 1000, characters: 32 * 1024 * 1024 }

/** Where no limit is asked for and there are more than one answer holds, it is the newest that are listed. */
export async function listEmails(mailroom: Reading, family: Family, asked: Asked): Promise<readonly Email[]> {
  const { skip, limit, sort } = asked
  const isWhole = limit === undefined && skip === 0
  const order = sort === 'desc' || isWhole ? 'newest' : 'oldest'
  const found: Email[] = []
  let room = most.characters
  let passed = 0
  for await (const email of matching(mailroom, family, { filter: asked.filter, order })) {
    if (passed++ < skip) continue
    room -= email.text.length + (email.html?.length ?? 0)
    if (found.length >= Math.min(most.emails, limit ?? most.emails) || (room < 0 && found.length > 0)) break
    found.push(email)
  }
  return isWhole && sort !== 'desc' ? found.reverse() : found
}

interface Matching {
  readonly filter: Filter
  readonly order: 'newest' | 'oldest'
}

async function* matching(
  mailroom: Reading,
  family: Family,
  { filter, order }: Matching,
): AsyncGenerator<Email> {
  for await (const page of walk(mailroom, { order })) {
    // in small steps: whoever listens may have enough
    for (let at = 0; at < page.length; at += 20) {
      const ids = page.slice(at, at + 20).map(({ id }) => id)
      const emails = await formEach(mailroom, ids, async (message) =>
        emailForm(message, await mailroom.bodies(message), family),
      )
      yield* emails.filter((email) => passes(email, filter))
    }
  }
}

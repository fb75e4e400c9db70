// The live feed of one reader as a sequence of events. It is pulled: a reader that does not read makes its feed overflow,
// and is then told to read everything again (`resync`).

import type { Announcement, Feed, Mailroom } from '../../mailroom/mailroom.js'
import { MailholdError } from '../../model/errors.js'
import { settlesWithin } from '../../model/settles-within.js'
import { eventForm } from '../wire-form/event.js'
import type { Forming } from '../wire-form/former.js'
import type { EventFrame } from './frame.js'

export interface Following {
  readonly mailroom: Pick<Mailroom, 'feed' | 'cursor'>
  readonly forming: Forming
  readonly inbox: string | undefined
  /** the cursor after which to go on */
  readonly after: string
  /** how the server is, sent at the start and whenever `heartbeat` milliseconds went by without news */
  readonly status: () => Promise<object>
  readonly heartbeat: number
  /** ends the sequence */
  readonly signal: AbortSignal
}

export async function* liveEvents(following: Following): AsyncGenerator<EventFrame> {
  const { mailroom, signal } = following
  yield { event: 'status', data: await following.status() }
  let { after } = following
  while (!signal.aborted) {
    const feed = await openFeed(following, after)
    if (feed === 'lost') {
      after = mailroom.cursor()
      yield { event: 'resync', id: after, data: { cursor: after } }
      continue
    }
    const end = yield* readFeed(feed, following)
    if (end === 'ended') return
    after = mailroom.cursor()
    yield { event: 'resync', id: after, data: { cursor: after } }
  }
}

// An id that is no cursor at all is as good as one of another store.
async function openFeed({ mailroom, inbox }: Following, after: string): Promise<Feed | 'lost'> {
  try {
    return await mailroom.feed({ after, ...(inbox !== undefined && { inbox }) })
  } catch (error) {
    if (error instanceof MailholdError && error.code === 'badInput') return 'lost'
    throw error
  }
}

async function* readFeed(feed: Feed, following: Following): AsyncGenerator<EventFrame, 'lost' | 'ended'> {
  try {
    while (true) {
      const pending = feed.next(following.signal)
      // the same question stays open over heartbeats, so nothing is lost between them
      while (!(await settlesWithin(pending, following.heartbeat))) {
        yield { event: 'status', data: await following.status() }
      }
      const news = await pending
      if (news === 'lost' || news === 'ended') return news
      for (const announced of news) yield frameOf(announced, following.forming)
    }
  } finally {
    feed.close()
  }
}

const frameOf = (announced: Announcement, forming: Forming): EventFrame => ({
  event: announced.change.kind,
  id: announced.cursor,
  data: eventForm(announced, forming),
})

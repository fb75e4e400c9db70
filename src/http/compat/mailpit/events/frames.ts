// What happens, as the frames that Mailpit sends: new, update, delete, prune, truncate, stats and error.

import type { Announcement, Mailroom, Status } from '../../../../mailroom/mailroom.js'
import { settlesWithin } from '../../../../model/settles-within.js'
import { summaryForm } from '../form.js'

export interface Frame {
  readonly Type: 'new' | 'update' | 'delete' | 'prune' | 'truncate' | 'stats' | 'error'
  readonly Data: unknown
}

export interface FramesOptions {
  readonly mailroom: Pick<Mailroom, 'feed' | 'find'> & Counting
  /** ends the frames */
  readonly signal: AbortSignal
}

interface Counting {
  status(): Promise<Pick<Status, 'messages' | 'unread'>>
}

/** How long counts wait for more news, in milliseconds. */
const statsDelay = 250

/** From now on; `prune` means: read everything again. */
export async function* frames(options: FramesOptions): AsyncGenerator<Frame> {
  while (!options.signal.aborted) {
    const end = yield* readFeed(options)
    if (end === 'ended') return
    yield { Type: 'prune', Data: null }
  }
}

async function* readFeed({ mailroom, signal }: FramesOptions): AsyncGenerator<Frame, 'lost' | 'ended'> {
  const feed = await mailroom.feed({})
  if (feed === 'lost') return 'lost'
  let statsDue: number | undefined
  try {
    while (true) {
      const pending = feed.next(signal)
      while (statsDue !== undefined && !(await settlesWithin(pending, statsDue - Date.now()))) {
        statsDue = undefined
        yield await stats(mailroom)
      }
      if (statsDue !== undefined && Date.now() >= statsDue) {
        statsDue = undefined
        yield await stats(mailroom)
      }
      const news = await pending
      if (news === 'lost' || news === 'ended') return news
      yield* framesOf(mailroom, news)
      statsDue ??= Date.now() + statsDelay
    }
  } finally {
    feed.close()
  }
}

async function stats(mailroom: Counting): Promise<Frame> {
  try {
    const { messages, unread } = await mailroom.status()
    return { Type: 'stats', Data: { Total: messages, Unread: unread } }
  } catch {
    return {
      Type: 'error',
      Data: { Level: 'error', Type: 'storage', IP: '', Message: 'the store does not answer' },
    }
  }
}

async function* framesOf(
  mailroom: Pick<Mailroom, 'find'> & Counting,
  news: readonly Announcement[],
): AsyncGenerator<Frame> {
  for (const announced of news) {
    const frame = await frameOf(mailroom, announced)
    if (frame) yield frame
  }
  const isSomeGone = news.some(({ change }) => change.kind === 'deleted')
  if (isSomeGone && (await mailroom.status()).messages === 0) yield { Type: 'truncate', Data: null }
}

async function frameOf(
  mailroom: Pick<Mailroom, 'find'>,
  { change, summary }: Announcement,
): Promise<Frame | undefined> {
  const id = change.messageId
  if (id === undefined) return undefined
  if (change.kind === 'deleted') {
    // what went to keep a limit is told as a whole
    return change.reason === undefined || change.reason === 'asked' || change.reason === 'pop3'
      ? { Type: 'delete', Data: { ID: id } }
      : { Type: 'prune', Data: null }
  }
  if (change.kind === 'changed') {
    return summary && { Type: 'update', Data: { ID: id, Read: summary.read, Tags: [...summary.tags].sort() } }
  }
  const message = await mailroom.find(id)
  return message && { Type: 'new', Data: summaryForm(message) }
}

// Live feeds: what happened since a cursor and what happens from now on, joined without gap or repetition.

import type { Hub, Subscription } from '../events/hub.js'
import type { Change } from '../model/change.js'
import { decodeCursor, encodeCursor } from '../model/change.js'
import { MailholdError } from '../model/errors.js'
import type { MessageId } from '../model/ids.js'
import type { MessageSummary } from '../model/message.js'
import type { Store } from '../store/store.js'
import type { Announcement, Feed, Watch } from './mailroom.js'
import { parseInbox } from './narrow.js'

const historyPage = 500

export function createWatch(store: Store, hub: Hub): Watch {
  return {
    async feed({ after, inbox }) {
      const from = after === undefined ? hub.newestSeq : placeOf(after, store)
      if (from === 'lost') return 'lost'
      const accepts = acceptor(inbox)
      const live = hub.subscribe(accepts)
      const history = from < live.since ? await historyOf(store, { from, to: live.since }) : []
      if (history !== 'lost') return joined(store, history.filter(accepts), live)
      live.close()
      return 'lost'
    },
  }
}

const placeOf = (cursor: string, store: Store): number | 'lost' => {
  try {
    return decodeCursor(cursor, store.name, store.newestSeq)
  } catch (error) {
    if (error instanceof MailholdError) return 'lost'
    throw error
  }
}

const acceptor = (inbox: string | undefined): ((change: Change) => boolean) => {
  if (inbox === undefined) return () => true
  const name = parseInbox(inbox)
  return (change) => name !== undefined && change.inboxes.includes(name)
}

async function historyOf(store: Store, span: { from: number; to: number }): Promise<Change[] | 'lost'> {
  const history: Change[] = []
  let from = span.from
  while (from < span.to) {
    const page = await store.changesAfter(from, historyPage)
    if (page === 'tooOld') return 'lost'
    history.push(...page.filter(({ seq }) => seq <= span.to))
    const last = page.at(-1)
    if (!last || page.length < historyPage) return history
    from = last.seq
  }
  return history
}

/** The live queue holds only what is newer than `live.since`, and history ends there. */
function joined(store: Store, history: readonly Change[], live: Subscription): Feed {
  let past = history
  return {
    async next(signal) {
      const changes = past.length > 0 ? past : await live.take(signal)
      past = []
      return typeof changes === 'string' ? changes : announce(store, changes)
    },
    close: () => live.close(),
  }
}

async function announce(store: Store, changes: readonly Change[]): Promise<readonly Announcement[]> {
  const summaries = await summariesOf(store, changes)
  return changes.map((change) => {
    const summary =
      change.messageId && change.kind !== 'deleted' ? summaries.get(change.messageId) : undefined
    return { change, cursor: encodeCursor(store.name, change.seq), ...(summary && { summary }) }
  })
}

async function summariesOf(
  store: Store,
  changes: readonly Change[],
): Promise<Map<MessageId, MessageSummary>> {
  const wanted = changes.flatMap(({ kind, messageId }) =>
    messageId && kind !== 'deleted' ? [messageId] : [],
  )
  const ids = [...new Set(wanted)]
  const summaries = new Map<MessageId, MessageSummary>()
  for (let at = 0; at < ids.length; at += historyPage) {
    const selection = { ids: ids.slice(at, at + historyPage) }
    const { messages } = await store.page({ selection, order: 'oldest', limit: historyPage, total: false })
    for (const message of messages) summaries.set(message.id, message)
  }
  return summaries
}

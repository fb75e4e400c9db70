// The frames of Mailpit's events where the mailroom's feed breaks off or the store fails.

import { expect, test } from 'vitest'
import { frames } from '#mailhold/http/compat/mailpit/events/frames.js'
import type { Announcement, Feed } from '#mailhold/mailroom/mailroom.js'
import { asMessageId } from '#mailhold/model/ids.js'

const gone = (reason: 'asked' | 'maxAge'): Announcement => {
  const messageId = asMessageId('m1')
  if (!messageId) throw new Error('m1 has the form of an id')
  return { change: { seq: 1, kind: 'deleted', messageId, inboxes: [], at: 0, reason }, cursor: 'c1' }
}

/** A feed that answers with these, one after the other, and then ends. */
function feedOf(answers: readonly (readonly Announcement[] | 'lost')[]): Feed {
  let at = 0
  return { next: async () => answers[at++] ?? 'ended', close: () => {} }
}

async function told(
  feeds: readonly Feed[],
  status: () => Promise<{ messages: number; unread: number }>,
): Promise<unknown[]> {
  let at = 0
  const mailroom = { feed: async () => feeds[at++] ?? feedOf([]), find: async () => undefined, status }
  const types: unknown[] = []
  for await (const { Type } of frames({ mailroom, signal: new AbortController().signal })) types.push(Type)
  return types
}

const some = async () => ({ messages: 5, unread: 5 })

test('a feed that was lost means: read everything again', async () => {
  expect(await told([feedOf(['lost']), feedOf([])], some)).toEqual(['prune'])
})

test('what went to keep a limit means the same', async () => {
  expect(await told([feedOf([[gone('maxAge')], [gone('asked')]])], some)).toEqual(['prune', 'delete'])
})

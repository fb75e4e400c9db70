import { describe, expect, it } from 'vitest'
import { frameText } from '#mailhold/http/sse/frame.js'
import { liveEvents } from '#mailhold/http/sse/live-events.js'
import { urlsUnder } from '#mailhold/http/wire-form/urls.js'
import type { Announcement, Feed } from '#mailhold/mailroom/mailroom.js'

const inboxMade = (seq: number): Announcement => ({
  change: { seq, kind: 'inbox', inboxes: [], at: 0 },
  cursor: `c${seq}`,
})

/** A feed that answers with these, one after the other, and then ends. */
function feedOf(
  answers: readonly (readonly Announcement[] | 'lost' | Promise<'ended'>)[],
): Feed & { closed: boolean } {
  let at = 0
  return {
    closed: false,
    next: async () => answers[at++] ?? 'ended',
    close() {
      this.closed = true
    },
  }
}

function follow(feeds: readonly Feed[], heartbeat = 60_000) {
  const asked: unknown[] = []
  const events = liveEvents({
    mailroom: {
      feed: async (options) => {
        asked.push(options)
        return feeds[asked.length - 1] ?? feedOf([])
      },
      cursor: () => 'now',
    },
    forming: { urls: urlsUnder(''), cursorAt: String, attempts: () => [] },
    inbox: undefined,
    after: 'c0',
    status: async () => ({ ok: true }),
    heartbeat,
    signal: new AbortController().signal,
  })
  return { asked, events }
}

describe('a reader who was too slow', () => {
  it('is told to read everything again, and the feed goes on from that cursor', async () => {
    const lost = feedOf([[inboxMade(1)], 'lost'])
    const fresh = feedOf([[inboxMade(9)]])
    const { asked, events } = follow([lost, fresh])

    const told: unknown[] = []
    for await (const { event, id } of events) told.push([event, id])

    expect(told).toEqual([
      ['status', undefined],
      ['inbox', 'c1'],
      ['resync', 'now'],
      ['inbox', 'c9'],
    ])
    expect(asked).toEqual([{ after: 'c0' }, { after: 'now' }])
    expect([lost.closed, fresh.closed]).toEqual([true, true])
  })
})

describe('a quiet stream', () => {
  it('beats with the status and asks the feed once only', async () => {
    let finish: (end: 'ended') => void = () => {}
    const quiet = feedOf([
      new Promise<'ended'>((resolve) => {
        finish = resolve
      }),
    ])
    const { events } = follow([quiet], 1)

    const beats = [await events.next(), await events.next(), await events.next()]
    finish('ended')
    for await (const _ of events) break

    expect(beats.map(({ value }) => value?.event)).toEqual(['status', 'status', 'status'])
  })

  it('closes its feed when the reader stops in the middle', async () => {
    const feed = feedOf([[inboxMade(1), inboxMade(2)]])
    const { events } = follow([feed])

    await events.next()
    await events.next()
    await events.return(undefined)

    expect(feed.closed).toBe(true)
  })
})

describe('an event as text', () => {
  it('is three lines and an empty one, whatever its data hold', () => {
    expect(frameText({ event: 'kept', id: 'c1', data: { subject: 'a\nb\r\u2028' } })).toBe(
      'event: kept\nid: c1\ndata: {"subject":"a\\nb\\r\u2028"}\n\n',
    )
    expect(frameText({ event: 'status', data: {} })).toBe('event: status\ndata: {}\n\n')
  })
})

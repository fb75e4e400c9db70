import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHub } from '#mailhold/events/hub.js'
import type { Change } from '#mailhold/model/change.js'
import type { InboxName, MessageId } from '#mailhold/model/ids.js'

const change = (seq: number, inbox = 'default'): Change => ({
  seq,
  kind: 'kept',
  messageId: `m${seq}` as MessageId,
  inboxes: [inbox as InboxName],
  at: 0,
})
const never = new AbortController().signal

describe('the hub', () => {
  test('gives a listener everything published after it came, in order', async () => {
    const hub = createHub(100)
    hub.beginAt(7)
    hub.publish([change(8)])
    const listener = hub.subscribe(() => true)
    hub.publish([change(9), change(10)])
    hub.publish([change(11)])

    const taken = await listener.take(never)

    expect(listener.since).toBe(8)
    expect(taken).toEqual([change(9), change(10), change(11)])
  })

  test('wakes a listener that waits', async () => {
    const hub = createHub(100)
    const listener = hub.subscribe(() => true)
    const waiting = listener.take(never)

    hub.publish([change(1)])

    expect(await waiting).toEqual([change(1)])
  })

  test('does not wake a listener for what it does not want', async () => {
    const hub = createHub(100)
    const listener = hub.subscribe(({ inboxes }) => inboxes.includes('w1' as InboxName))
    const waiting = listener.take(never)

    hub.publish([change(1, 'w2')])
    hub.publish([change(2, 'w1')])

    expect(await waiting).toEqual([change(2, 'w1')])
  })

  test('tells a listener that is too slow that it lost the thread, and forgets its queue', async () => {
    const hub = createHub(2)
    const slow = hub.subscribe(() => true)
    const quick = hub.subscribe(() => true)

    hub.publish([change(1), change(2)])
    await quick.take(never)
    hub.publish([change(3)])

    expect(await slow.take(never)).toBe('lost')
    expect(await quick.take(never)).toEqual([change(3)])
  })

  test('ends every listener when it closes, also those that wait and those that come later', async () => {
    const hub = createHub(2)
    const waiting = hub.subscribe(() => true).take(never)

    hub.close()

    expect(await waiting).toBe('ended')
    expect(await hub.subscribe(() => true).take(never)).toBe('ended')
  })

  test('lets a wait be given up', async () => {
    const hub = createHub(2)
    const given = new AbortController()
    const waiting = hub.subscribe(() => true).take(given.signal)

    given.abort()

    expect(await waiting).toBe('ended')
  })

  test('loses and repeats nothing, however publishing and taking interleave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 60 }), async (publishes) => {
        const hub = createHub(1000)
        const listener = hub.subscribe(() => true)
        const seen: number[] = []
        let seq = 0
        let untaken = 0
        for (const publish of [...publishes, false]) {
          if (publish) {
            seq += 1
            untaken += 1
            hub.publish([change(seq)])
          } else if (untaken > 0) {
            const taken = await listener.take(never)
            if (typeof taken !== 'string') seen.push(...taken.map((one) => one.seq))
            untaken = 0
          }
        }
        expect(seen).toEqual(Array.from({ length: seq }, (_, at) => at + 1))
      }),
    )
  })
})

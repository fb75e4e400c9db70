// A mailroom over a real store in a temporary folder, whose every step can be watched.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHub, type Hub } from '#mailhold/events/hub.js'
import { createMailroom, type RunningMailroom } from '#mailhold/mailroom/create-mailroom.js'
import type { Kept, WaitOptions } from '#mailhold/mailroom/mailroom.js'
import type { Change } from '#mailhold/model/change.js'
import { asSessionId } from '#mailhold/model/ids.js'
import { openStore } from '#mailhold/store/open-store.js'
import type { Store } from '#mailhold/store/store.js'

export interface RealMailroom {
  readonly mailroom: RunningMailroom
  readonly store: Store
  readonly hub: Hub
  /** Keeps a mail as SMTP would. */
  keep(subject: string, recipient?: string): Promise<Kept>
}

export interface Wrapping {
  readonly store?: (store: Store) => Store
  readonly hub?: (hub: Hub) => Hub
  readonly capacity?: number
}

const retention = { maxMessages: 100_000, maxAge: 86_400_000, maxStoreSize: 1_000_000_000 }
const session = asSessionId('tests')

/** @param wrap stands between the waiting side and what is real */
export async function realMailroom(wrap: Wrapping = {}): Promise<RealMailroom> {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-wait-'))
  const hub = createHub(wrap.capacity ?? 10_000)
  const store = await openStore({
    folder,
    durable: false,
    retention,
    onCommit: (changes: readonly Change[]) => hub.publish(changes),
    onNotice: () => undefined,
    recover: false,
  })
  const common = {
    retention,
    inboxDomains: ['mailhold.test'],
    parserThreads: { usualThreads: 1, maxThreads: 2 },
    now: Date.now,
    onError: (error: unknown) => {
      throw error
    },
  }
  const mailroom = createMailroom({
    ...common,
    store: wrap.store?.(store) ?? store,
    hub: wrap.hub?.(hub) ?? hub,
  })
  // mail comes in by a door of its own, so that what is watched is the waiting alone
  const door = createMailroom({ ...common, store, hub })
  onTestFinished(async () => {
    mailroom.stop()
    await mailroom.close()
    await door.close()
    await store.close()
    rmSync(folder, { recursive: true })
  })
  return { mailroom, store, hub, keep: (subject, recipient) => keep(door, subject, recipient) }
}

function keep(mailroom: RunningMailroom, subject: string, recipient = 'ada@w1.mailhold.test'): Promise<Kept> {
  const text = `From: app@example.com\r\nTo: ${recipient}\r\nSubject: ${subject}\r\n\r\nBody of ${subject}\r\n`
  return keepOctets(mailroom, Buffer.from(text), recipient)
}

/** Keeps these octets as SMTP would. */
export function keepOctets(mailroom: RunningMailroom, octets: Uint8Array, recipient: string): Promise<Kept> {
  if (!session) throw new Error('a session id')
  const address = (text: string) => ({ address: text, raw: text, parameters: [] })
  const incoming = mailroom.receive({
    envelope: { from: address('app@example.com'), to: [address(recipient)] },
    origin: { sessionId: session, via: 'smtp' },
    announcedSize: 0,
  })
  void incoming.write(octets)
  return incoming.keep()
}

export const waiting = (): WaitOptions => ({
  ending: { reason: undefined, listeners: new Set() },
  smtpListeners: () => [],
})

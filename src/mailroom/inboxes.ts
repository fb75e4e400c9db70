// Inboxes that somebody asked for: made, renewed, removed, and swept when their time is over.

import { randomBytes } from 'node:crypto'
import { MailholdError } from '../model/errors.js'
import { asInboxName, type InboxName } from '../model/ids.js'
import type { Store } from '../store/store.js'
import { readDuration } from './duration.js'
import type { Inboxes, InboxFacts, InboxWish } from './mailroom.js'
import { randomWord } from './random-word.js'

export interface InboxesOptions {
  readonly store: Store
  readonly now: () => number
  /** told when the store failed while sweeping */
  readonly onError: (error: unknown) => void
  /** an inbox went; returns how many things of its went with it */
  readonly onRemoved: (name: InboxName) => number
  /** calls back after so many milliseconds unless cancelled; a timer unless given */
  readonly later?: (milliseconds: number, call: () => void) => () => void
}

export interface InboxKeeper extends Inboxes {
  /** Sweeps no more; resolves when the store is no longer asked, and is to be awaited before closing it. */
  close(): Promise<void>
}

const shortestLife = '1s'
const longestLife = '365d'

/** A timer cannot wait longer than 24.8 days. */
const longestSleep = 86_400_000
/** After the store failed, it is tried again. */
const tryAgainAfter = 60_000

export function createInboxes(options: InboxesOptions): InboxKeeper {
  const keeper = new Keeper(options)
  return {
    openInbox: (wish) => keeper.open(wish),
    removeInbox: (name) => keeper.removeNamed(name),
    close: () => keeper.close(),
  }
}

class Keeper {
  readonly #options: InboxesOptions
  readonly #expiries = new Map<InboxName, number>()
  /** inboxes on their way out; one that is wanted again begins anew behind that */
  readonly #leaving = new Map<InboxName, Promise<number | undefined>>()
  #cancel: () => void = () => {}
  readonly #learning: Promise<void>
  #isClosed = false

  constructor(options: InboxesOptions) {
    this.#options = options
    this.#learning = this.#learn().catch(options.onError)
  }

  async open(wish: InboxWish) {
    const name = nameOf(wish)
    const { ttl } = wish
    const life =
      ttl === undefined
        ? undefined
        : readDuration(ttl, { path: 'ttl', least: shortestLife, most: longestLife })
    const present = await this.#settled(name)
    if (present && life === undefined) return { inbox: present, isNew: false }
    const createdAt = this.#options.now()
    const expiry = life === undefined ? {} : { expiresAt: createdAt + life }
    if (expiry.expiresAt !== undefined) this.#expiries.set(name, expiry.expiresAt)
    this.#sleep()
    await this.#options.store.putInbox({ name, createdAt, ...expiry })
    const facts = present ?? { name, messages: 0, unread: 0 }
    return { inbox: { ...facts, ...expiry }, isNew: !present }
  }

  async removeNamed(text: string): Promise<number | undefined> {
    const name = asInboxName(text.toLowerCase())
    return name && this.#remove(name)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#cancel()
    await this.#learning
  }

  /** The inbox as it is once nobody is removing it. */
  async #settled(name: InboxName): Promise<InboxFacts | undefined> {
    for (;;) {
      const present = await this.#options.store.inbox(name)
      const leaving = this.#leaving.get(name)
      if (!leaving) return present
      await leaving.catch(() => undefined)
    }
  }

  /** Inboxes of an earlier run expire too. */
  async #learn(): Promise<void> {
    for (const { name, expiresAt } of await this.#options.store.inboxes()) {
      if (expiresAt !== undefined && !this.#expiries.has(name)) this.#expiries.set(name, expiresAt)
    }
    this.#sleep()
  }

  #remove(name: InboxName): Promise<number | undefined> {
    const removal = this.#leaving.get(name) ?? this.#removeNow(name)
    this.#leaving.set(name, removal)
    return removal
  }

  async #removeNow(name: InboxName): Promise<number | undefined> {
    const { store, onRemoved } = this.#options
    const expiry = this.#expiries.get(name)
    this.#expiries.delete(name)
    try {
      const { changes } = await store.removeInbox(name)
      const isUnknown = onRemoved(name) + changes.length === 0
      return isUnknown ? undefined : changes.filter(({ kind }) => kind !== 'inbox').length
    } catch (error) {
      if (expiry !== undefined && !this.#expiries.has(name)) this.#expiries.set(name, expiry)
      throw error
    } finally {
      this.#leaving.delete(name)
    }
  }

  /** Until the first expiry, then sweeps. */
  #sleep(): void {
    this.#cancel()
    if (this.#isClosed || this.#expiries.size === 0) return
    let next = Number.POSITIVE_INFINITY
    for (const expiresAt of this.#expiries.values()) next = Math.min(next, expiresAt)
    this.#wakeAfter(Math.min(Math.max(next - this.#options.now(), 0), longestSleep))
  }

  #wakeAfter(milliseconds: number): void {
    const later = this.#options.later ?? timer
    this.#cancel = later(milliseconds, () => {
      this.#sweep().then(
        () => this.#sleep(),
        (error) => {
          this.#options.onError(error)
          if (!this.#isClosed) this.#wakeAfter(tryAgainAfter)
        },
      )
    })
  }

  async #sweep(): Promise<void> {
    const now = this.#options.now()
    for (const name of [...this.#expiries.keys()]) {
      // it may have been renewed while others went
      if ((this.#expiries.get(name) ?? now + 1) <= now) await this.#remove(name)
    }
  }
}

function timer(milliseconds: number, call: () => void): () => void {
  const handle = setTimeout(call, milliseconds).unref()
  return () => clearTimeout(handle)
}

const rule = 'a-z, 0-9 and -, at most 40 characters'

function nameOf({ name, prefix }: InboxWish): InboxName {
  if (name !== undefined && prefix !== undefined)
    throw bad('prefix', '"name" and "prefix" contradict each other; leave one out.')
  if (name !== undefined) return namedInbox(name)
  const fresh = randomWord(randomBytes(8))
  return prefix === undefined ? namedInbox(fresh) : prefixedInbox(prefix, fresh)
}

function namedInbox(text: string): InboxName {
  if (text.toLowerCase() === 'all')
    throw bad('name', `"name" must not be ${text}: that means all mail, whatever its inbox.`)
  const name = asInboxName(text)
  if (name !== undefined) return name
  throw bad('name', `"name" must be ${rule}, got ${shown(text)}.`, asInboxName(text.toLowerCase()))
}

/** @param fresh eight characters */
function prefixedInbox(prefix: string, fresh: string): InboxName {
  const name = asInboxName(`${prefix}-${fresh}`)
  if (name !== undefined) return name
  const lower = prefix.toLowerCase()
  const meant = asInboxName(`${lower}-${fresh}`) && lower
  throw bad('prefix', `"prefix" must be ${rule} with the nine that are added, got ${shown(prefix)}.`, meant)
}

const shown = (text: string): string => JSON.stringify(text.slice(0, 80))

const bad = (path: string, message: string, suggestion?: string): MailholdError =>
  new MailholdError('badInput', message, { path, ...(suggestion !== undefined && { suggestion }) })

// New mail on its way to those who wait for it: one subscription for all of them, each mail read and judged once.

import type { Hub, Subscription } from '../../events/hub.js'
import type { Change } from '../../model/change.js'
import type { InboxName, MessageId } from '../../model/ids.js'
import type { Store } from '../../store/store.js'
import type { FoundMails } from './found.js'
import { Group, type Judge, type Listener, type Member } from './group.js'
import type { Look } from './look.js'

export interface Joined {
  /** Mail up to here was committed before, and is the listener's to find; all that is newer it is told of. */
  readonly since: number
  /** It was told of everything up to this place in the order. */
  toldUpTo(): number
  /** Resolves when it was told of all that is committed now. */
  caughtUp(): Promise<void>
  leave(): void
}

export interface Arrivals {
  join(listener: Listener): Joined
  /** whether somebody waits for mail to one of these inboxes */
  areAwaited(inboxes: readonly InboxName[]): boolean
  /** Resolves when all who wait in these inboxes were told of what is committed now. */
  told(inboxes: readonly InboxName[]): Promise<void>
}

export interface ArrivalsOptions {
  readonly store: Store
  readonly hub: Hub
  readonly mails: FoundMails
  readonly judge: Judge
  /** what listeners fail with when everything stops */
  readonly stopped: () => Error
}

export const createArrivals = (options: ArrivalsOptions): Arrivals => new SharedArrivals(options)

interface Membership {
  readonly arrivals: SharedArrivals
  readonly place: Place
  readonly group: Group
  readonly since: number
}

class Joining implements Joined, Member {
  readonly listener: Listener
  readonly place: Place
  readonly group: Group
  readonly since: number
  readonly #arrivals: SharedArrivals

  constructor(listener: Listener, { arrivals, place, group, since }: Membership) {
    this.listener = listener
    this.place = place
    this.group = group
    this.since = since
    this.#arrivals = arrivals
  }

  toldUpTo(): number {
    const { position } = this.#arrivals
    return Math.max(this.since, (this.group.pending[0] ?? position + 1) - 1)
  }

  async caughtUp(): Promise<void> {
    await this.#arrivals.offeredAll()
    await this.group.told
  }

  leave(): void {
    this.#arrivals.leave(this)
  }
}

/** What an inbox is called in the index; `''` stands for all mail. */
type Place = InboxName | ''

class SharedArrivals implements Arrivals {
  readonly #options: ArrivalsOptions
  readonly #groups = new Map<Place, Map<string, Group>>()
  #members = 0
  #live: { readonly subscription: Subscription; readonly ended: AbortController } | undefined
  /** all up to here was offered to the groups */
  #position = 0
  #waiting: { readonly seq: number; readonly resolve: () => void }[] = []

  constructor(options: ArrivalsOptions) {
    this.#options = options
  }

  join(listener: Listener): Joined {
    if (!this.#live) this.#begin()
    const place = listener.inbox ?? ''
    const group = this.#group(place, listener.look)
    const member = new Joining(listener, { arrivals: this, place, group, since: this.#options.hub.newestSeq })
    group.members.add(member)
    this.#members += 1
    return member
  }

  areAwaited(inboxes: readonly InboxName[]): boolean {
    return this.#members > 0 && this.#groupsFor(inboxes).length > 0
  }

  async told(inboxes: readonly InboxName[]): Promise<void> {
    await this.offeredAll()
    await Promise.all(this.#groupsFor(inboxes).map(({ told }) => told))
  }

  /** What has been offered to the groups so far. */
  get position(): number {
    return this.#position
  }

  /** Resolves when all that is committed now was offered to the groups. */
  offeredAll(): Promise<void> {
    const seq = this.#options.hub.newestSeq
    if (seq <= this.#position || !this.#live) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push({ seq, resolve }))
  }

  #group(place: Place, look: Look): Group {
    const inPlace = this.#groups.get(place) ?? new Map<string, Group>()
    this.#groups.set(place, inPlace)
    const group = inPlace.get(look.key) ?? new Group(look)
    inPlace.set(look.key, group)
    return group
  }

  leave(member: Joining): void {
    const { place, group } = member
    if (!group.members.delete(member)) return
    this.#members -= 1
    const inPlace = this.#groups.get(place)
    if (group.members.size === 0 && inPlace?.get(group.look.key) === group) inPlace.delete(group.look.key)
    if (inPlace?.size === 0) this.#groups.delete(place)
    if (this.#members === 0) this.#end()
  }

  #begin(): void {
    const subscription = this.#options.hub.subscribe(all)
    const ended = new AbortController()
    this.#live = { subscription, ended }
    this.#position = subscription.since
    void this.#follow(subscription, ended.signal)
  }

  #end(): void {
    // a reason of one's own: the usual one is an error with a stack, made anew for each test that waits
    this.#live?.ended.abort('nobody waits any more')
    this.#live?.subscription.close()
    this.#live = undefined
    for (const { resolve } of this.#waiting.splice(0)) resolve()
  }

  async #follow(first: Subscription, signal: AbortSignal): Promise<void> {
    let subscription = first
    try {
      while (!signal.aborted) {
        const changes = await subscription.take(signal)
        if (signal.aborted) return
        if (changes === 'ended') throw this.#options.stopped()
        if (changes === 'lost') subscription = await this.#resume(signal)
        else for (const change of changes) this.#offer(change)
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(error)
    }
  }

  /** The queue overflowed: what it lost is read from the store, up to where the new one begins. */
  async #resume(signal: AbortSignal): Promise<Subscription> {
    const subscription = this.#options.hub.subscribe(all)
    if (this.#live) this.#live = { ...this.#live, subscription }
    while (this.#position < subscription.since && !signal.aborted) {
      const selection = { after: { seq: this.#position }, before: { seq: subscription.since + 1 } }
      const page = await this.#options.store.page({ selection, order: 'oldest', limit: 500, total: false })
      for (const { seq, id, inboxes, receivedAt } of page.messages) {
        this.#offer({ seq, kind: 'kept', messageId: id, inboxes, at: receivedAt })
      }
      if (page.next === undefined) break
    }
    this.#reach(subscription.since)
    if (signal.aborted) subscription.close()
    return subscription
  }

  #offer(change: Change): void {
    const { kind, messageId } = change
    if (kind === 'kept' && messageId) this.#offerMail(change, messageId)
    this.#reach(change.seq)
  }

  #offerMail(change: Change, id: MessageId): void {
    const groups = this.#groupsFor(change.inboxes)
    if (groups.length === 0) return
    const mail = this.#options.mails.find(id, change.seq)
    // a group that waits for an earlier mail looks at this one later
    mail.catch(() => undefined)
    for (const group of groups) group.offer(change, mail, this.#options.judge)
  }

  #groupsFor(inboxes: readonly InboxName[]): readonly Group[] {
    const places: readonly Place[] = ['', ...inboxes]
    return places.flatMap((place) => [...(this.#groups.get(place)?.values() ?? [])])
  }

  #reach(seq: number): void {
    this.#position = Math.max(this.#position, seq)
    const ready = this.#waiting.filter((one) => one.seq <= this.#position)
    if (ready.length === 0) return
    this.#waiting = this.#waiting.filter((one) => one.seq > this.#position)
    for (const { resolve } of ready) resolve()
  }

  #fail(error: unknown): void {
    const groups = [...this.#groups.values()].flatMap((inPlace) => [...inPlace.values()])
    this.#end()
    for (const group of groups) group.fail(error)
  }
}

// places in the order are counted by every change, so that it is known how far this got
const all = (): boolean => true

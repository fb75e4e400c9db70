// Everything that happens, in order, to everyone who listens. Knows neither transports nor stores.

import type { Change } from '../model/change.js'

/** One listener's queue: bounded, so that a slow reader costs a fixed amount of memory and is told that it lost the thread. */
export interface Subscription {
  /** the newest place of the order when the subscription began; everything taken is newer */
  readonly since: number
  /** Waits for changes and takes all there are; `lost` once the queue overflowed, `ended` once closed. */
  take(signal: AbortSignal): Promise<readonly Change[] | 'lost' | 'ended'>
  close(): void
}

export interface Hub {
  readonly newestSeq: number
  /** Says where the order stood before anything was published. */
  beginAt(seq: number): void
  /** Must be called in the order of the commits. */
  publish(changes: readonly Change[]): void
  subscribe(accepts: (change: Change) => boolean): Subscription
  /** Ends every subscription. */
  close(): void
}

/** @param capacity how many changes one listener may leave untaken */
export function createHub(capacity: number): Hub {
  const queues = new Set<Queue>()
  let newest = 0
  let closed = false
  return {
    beginAt(seq) {
      newest = Math.max(newest, seq)
    },
    get newestSeq() {
      return newest
    },
    publish(changes) {
      const last = changes.at(-1)
      if (!last) return
      newest = last.seq
      for (const queue of queues) queue.offer(changes)
    },
    subscribe(accepts) {
      const queue = new Queue(newest, capacity, accepts, () => queues.delete(queue))
      if (closed) queue.close()
      else queues.add(queue)
      return queue
    },
    close() {
      closed = true
      for (const queue of queues) queue.close()
    },
  }
}

class Queue implements Subscription {
  readonly since: number
  readonly #capacity: number
  readonly #accepts: (change: Change) => boolean
  readonly #onClose: () => void
  #changes: Change[] = []
  #end: 'lost' | 'ended' | undefined
  #wake: (() => void) | undefined

  constructor(since: number, capacity: number, accepts: (change: Change) => boolean, onClose: () => void) {
    this.since = since
    this.#capacity = capacity
    this.#accepts = accepts
    this.#onClose = onClose
  }

  offer(changes: readonly Change[]): void {
    const wanted = changes.filter(this.#accepts)
    if (wanted.length === 0 || this.#end) return
    if (this.#changes.length + wanted.length > this.#capacity) {
      this.#finish('lost')
      return
    }
    this.#changes.push(...wanted)
    this.#wake?.()
  }

  async take(signal: AbortSignal): Promise<readonly Change[] | 'lost' | 'ended'> {
    if (this.#changes.length === 0 && !this.#end) await this.#somethingOr(signal)
    if (signal.aborted) return 'ended'
    if (this.#end) return this.#end
    const taken = this.#changes
    this.#changes = []
    return taken
  }

  close(): void {
    this.#finish('ended')
  }

  #finish(end: 'lost' | 'ended'): void {
    this.#end ??= end
    this.#changes = []
    this.#onClose()
    this.#wake?.()
  }

  #somethingOr(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done)
        this.#wake = undefined
        resolve()
      }
      this.#wake = done
      if (signal.aborted) return done()
      signal.addEventListener('abort', done)
    })
  }
}

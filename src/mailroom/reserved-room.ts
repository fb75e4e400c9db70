// The room in the store that a message holds while it arrives, so that mails on their way do not fill the disk together.

import type { Store } from '../store/store.js'

/** What a message whose client has not said how large it is reserves at first, and each time it outgrows that. */
const step = 256 * 1024

export interface ReservedRoom {
  /** Reserves more when the message has become larger than it was thought to be. */
  growTo(octets: number): void
  /** Safe to call twice. */
  giveBack(): void
}

/** @param announced octets that the client said it will send; `undefined` where it did not say */
export function reserveRoom(store: Pick<Store, 'reserve'>, announced: number | undefined): ReservedRoom {
  let reserved = announced ?? step
  const releases = [store.reserve(reserved)]
  return {
    growTo(octets) {
      while (reserved < octets) {
        releases.push(store.reserve(step))
        reserved += step
      }
    },
    giveBack() {
      for (const release of releases.splice(0)) release()
    },
  }
}

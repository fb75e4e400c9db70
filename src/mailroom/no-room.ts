// What somebody is told whose mail finds no room: which limit it is, and what to do about it.

import { MailholdError } from '../model/errors.js'
import type { RetentionLimits } from '../model/stats.js'
import type { Shortage, Store } from '../store/store.js'

export interface Place {
  readonly store: Pick<Store, 'location'>
  readonly retention: RetentionLimits
}

const sentences: Readonly<Record<Shortage, (place: Place) => string>> = {
  maxMessages: ({ retention }) =>
    `the store holds more messages than --max-messages ${retention.maxMessages} allows, all of the last five minutes; delete some or raise --max-messages`,
  maxStoreSize: ({ retention }) =>
    `the store is larger than the ${retention.maxStoreSize} octets that it may have, and all its mail is of the last five minutes; delete some or raise --max-store-size (--data memory has a limit of its own)`,
  disk: ({ store }) =>
    `the disk of ${store.location} is full, or has no room for a mail of that size; make room there or delete mail`,
}

export const noRoom = (shortage: Shortage, place: Place): MailholdError =>
  new MailholdError('storeFull', sentences[shortage](place))

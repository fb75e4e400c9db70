// What every store must do, whatever it lies on.

import { afterEach, beforeEach } from 'vitest'
import type { Store, StoreOptions } from '#mailhold/store/store.js'
import { type Opened, openIn, temporaryFolder } from './mail.js'

export interface Kind {
  readonly name: string
  readonly options: Partial<StoreOptions>
  /** whether everything must also hold after the store was closed and opened again */
  readonly isReopened: boolean
}

export const kinds: readonly Kind[] = [
  { name: 'a temporary store', options: { durable: false }, isReopened: false },
  { name: 'a store on file', options: { durable: true }, isReopened: false },
  { name: 'a reopened store', options: { durable: true }, isReopened: true },
]

/** The store of the test that runs. */
export interface Bench {
  /** the store to write to */
  readonly store: Store
  readonly announced: Opened['announced']
  /** the store to read from what was written: for a reopened one, after it was closed and opened */
  settled(): Promise<Store>
}

/** Gives every test of the surrounding `describe` a store of its own. */
export function useStore({ options, isReopened }: Kind): Bench {
  let opened: Opened | undefined
  const current = (): Opened => {
    if (!opened) throw new Error('a store is open only while a test runs')
    return opened
  }
  beforeEach(async () => {
    opened = await openIn(temporaryFolder(), options)
  })
  afterEach(async () => {
    await opened?.end()
    opened = undefined
  })
  return {
    get store() {
      return current().store
    },
    get announced() {
      return current().announced
    },
    async settled() {
      if (isReopened) opened = await current().again()
      return current().store
    },
  }
}

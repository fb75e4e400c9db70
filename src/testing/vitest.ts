// mailhold/vitest: import it once in a set-up file, or where it is used; Vitest's own expect then knows the matchers.

import { expect, Snapshots } from 'vitest'
import { extension } from './matchers/extension.js'
import { asMail } from './matchers/received.js'
import type { MatchersFor } from './matchers/types.js'
import { mailSnapshot, type SnapshotOptions } from './snapshot/snapshot.js'

export * from '../client/in-node.js'
export type { MatchersFor } from './matchers/types.js'
export type { Mask } from './snapshot/mask.js'
export { mailSnapshot, type SnapshotOptions } from './snapshot/snapshot.js'

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: an interface is extended with the parameters that it has there
  interface Matchers<T = any> extends MatchersFor<T> {}
}

expect.extend({
  ...extension,
  toMatchMailSnapshot(received: unknown, options: SnapshotOptions = {}) {
    const mail = asMail(received, 'toMatchMailSnapshot')
    return Snapshots.toMatchSnapshot.call(this, mailSnapshot(mail, options), options.name)
  },
})

// mailhold/jest: list it in `setupFilesAfterEnv`, or import it where it is used; Jest's expect then knows the matchers.

import type { expect as JestExpect } from 'expect'
import { extension } from './matchers/extension.js'
import { asMail } from './matchers/received.js'
import type { MatchersFor } from './matchers/types.js'
import { mailSnapshot, type SnapshotOptions } from './snapshot/snapshot.js'

export * from '../client/in-node.js'
export type { MatchersFor } from './matchers/types.js'
export type { Mask } from './snapshot/mask.js'
export { mailSnapshot, type SnapshotOptions } from './snapshot/snapshot.js'

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends MatchersFor<T> {}
}

declare global {
  // biome-ignore lint/style/noNamespace: @types/jest keeps its matchers in one
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: an interface is extended with the parameters that it has there
    interface Matchers<R, T = {}> extends MatchersFor<T> {}
  }
}

/** What is used of Jest's expect; its snapshots are no part of the package that has its types. */
interface Expect {
  (text: string): { toMatchSnapshot?: (name?: string) => void }
  extend: typeof JestExpect.extend
}

/** For `injectGlobals: false`: `expect.extend(mailMatchers(expect))` with the expect of `@jest/globals`. */
export const mailMatchers = (expect: Expect) => ({
  ...extension,
  toMatchMailSnapshot(received: unknown, options: SnapshotOptions = {}) {
    const shown = expect(mailSnapshot(asMail(received, 'toMatchMailSnapshot'), options))
    // Jest counts the arguments
    if (options.name === undefined) shown.toMatchSnapshot?.()
    else shown.toMatchSnapshot?.(options.name)
    return { pass: true, message: () => '' }
  },
})

const { expect } = globalThis as { readonly expect?: Expect }
expect?.extend(mailMatchers(expect))

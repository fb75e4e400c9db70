// The matchers as `expect.extend` takes them in Vitest, Jest and Playwright.

import { type MatcherName, matchers } from './all.js'
import type { Asking, Outcome } from './outcome.js'

type Extending = (this: Asking, received: unknown, ...given: unknown[]) => Promise<Outcome>

export const extension = Object.fromEntries(
  Object.entries(matchers).map(([name, matcher]) => [
    name,
    function (this: Asking, received: unknown, ...given: unknown[]) {
      // their types stand in types.ts
      return matcher(this, received, ...(given as never[]))
    },
  ]),
) as Readonly<Record<MatcherName, Extending>>

// From query parameters to what the mailroom is asked.

import type { Narrowing } from '../../mailroom/mailroom.js'

export interface NarrowingParameters {
  readonly inbox?: string
  readonly q?: string
  readonly ids?: readonly string[]
  readonly after?: string
  readonly before?: string
}

/** What is absent or empty narrows nothing. */
export function narrowingOf({ inbox, q, ids, after, before }: NarrowingParameters): Narrowing {
  return {
    ...(inbox && { inbox }),
    ...(q && { q }),
    ...(ids && { ids }),
    ...(after && { after }),
    ...(before && { before }),
  }
}

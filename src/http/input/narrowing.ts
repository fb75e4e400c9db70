// From query parameters to what the mailroom is asked.

import type { Narrowing } from '../../mailroom/mailroom.js'
import { badInput } from '../errors/problem.js'

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

/**
 * The same for routes that change or remove: a search that says nothing must not widen what is meant.
 * @throws MailholdError `badInput`
 */
export function narrowingToChange(query: NarrowingParameters): Narrowing {
  if (query.q?.trim() === '')
    throw badInput('q', 'Nothing was changed: "q" is blank; say what is searched for, or leave it out.')
  return narrowingOf(query)
}

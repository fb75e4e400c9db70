// Answers of `/v1/messages`.

import type { Summary } from './summary.js'

export interface List {
  readonly messages: readonly Summary[]
  /** give it as `page` for the next page; `null` on the last */
  readonly nextPage: string | null
  /** where the order stood when the page was read */
  readonly cursor: string
  /** with `total=true` only: how many messages match in all */
  readonly total?: number
}

/** Body of `PATCH /v1/messages`. */
export interface Marks {
  readonly read?: boolean
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

export interface Changed {
  readonly changed: number
}

export interface Deleted {
  readonly deleted: number
}

// What turning the mailroom's answers into JSON shapes needs to know.

import type { Urls } from './urls.js'

export interface Forming {
  readonly urls: Urls
  /** text form of a place in the order */
  cursorAt(seq: number): string
}

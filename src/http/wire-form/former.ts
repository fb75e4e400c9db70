// What turning the mailroom's answers into JSON shapes needs to know.

import type { Attempt } from '../../mailroom/mailroom.js'
import type { Message } from '../../model/message.js'
import type { Urls } from './urls.js'

export interface Forming {
  readonly urls: Urls
  /** text form of a place in the order */
  cursorAt(seq: number): string
  /** all attempts to hand over the Message-ID of that message */
  attempts(message: Message): readonly Attempt[]
}

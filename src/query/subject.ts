// What searches and criteria look at: a message, and for criteria its bodies.

import type { Message } from '../model/message.js'

/** All that a search needs of a message; a `Message` is one. */
export type Searched = Pick<Message, 'summary' | 'envelope' | 'facts'>

/** Bodies in full, decoded. */
export interface SubjectBodies {
  /** `''` for a message without a text part */
  readonly text: string
  /** the source of the HTML, `undefined` for a message without */
  readonly html: string | undefined
  /** the text that a person sees of the HTML */
  readonly htmlText: string | undefined
}

/** All that criteria need of a message: `{ ...message, bodies }`. */
export interface Subject extends Searched {
  readonly bodies: SubjectBodies
}

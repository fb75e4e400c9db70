// Decides what of a client's line may stand in the transcript.

import { blank, blankCredentials } from '../../lines/transcript.js'

export class Secrecy {
  #isAuthUnfinished = false

  /** AUTH has been said; where it did not succeed, the client may go on with its password, which is no command then. */
  authSaid(hasSucceeded: boolean): void {
    this.#isAuthUnfinished = !hasSucceeded
  }

  /** The line as it may be shown. `isAnswer`: it belongs to a SASL exchange. */
  shown(text: string, { isAnswer, isCommand }: { isAnswer: boolean; isCommand: boolean }): string {
    if (isCommand && !isAnswer) this.#isAuthUnfinished = false
    const isSecret = (isAnswer || this.#isAuthUnfinished) && text !== '*'
    return isSecret ? blank : blankCredentials(text)
  }
}

// Tells the mailroom what was refused, and at which stage, so that whoever waits for the mail hears of it.

import type { Refusals as Mailroom } from '../../mailroom/mailroom.js'
import { type Reply, replyLines } from '../reply.js'
import { verbOf } from './command-line.js'

type Rejection = Parameters<Mailroom['noteRejection']>[0]

const stages: Readonly<Record<string, Rejection['stage']>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  BDAT: 'data',
}

/** Follows one conversation: which command the next reply is for. */
export class RefusalNotes {
  readonly #mailroom: Mailroom
  readonly #sender: () => string | undefined
  #stage: Rejection['stage'] | undefined = 'connect'
  #path: string | undefined

  constructor(mailroom: Mailroom, sender: () => string | undefined) {
    this.#mailroom = mailroom
    this.#sender = sender
  }

  /** A command came. */
  heard(text: string): void {
    const stage = stages[verbOf(text)]
    this.#stage = stage
    this.#path = stage === 'mail' || stage === 'rcpt' ? /<([^>]*)>/.exec(text)?.[1]?.slice(0, 320) : undefined
  }

  /** A reply goes out. After 334 and 354 the same command goes on. */
  said(reply: Reply): void {
    const { code } = reply
    if (code < 400 && code >= 300) return
    const stage = code >= 400 ? this.#stage : undefined
    if (stage) this.#mailroom.noteRejection(this.#rejection(stage, reply))
    this.#stage = undefined
  }

  #rejection(stage: Rejection['stage'], reply: Reply): Rejection {
    const { fault } = reply
    const sender = fault?.sender ?? (stage === 'mail' ? this.#path : this.#sender())
    const recipient = fault?.recipient ?? (stage === 'rcpt' ? this.#path : undefined)
    return {
      at: Date.now(),
      stage: fault?.stage ?? stage,
      reply: replyLines(reply).join(' ').slice(0, 500),
      ...(sender !== undefined && { sender }),
      ...(recipient !== undefined && { recipient }),
      ...(fault && { faultRule: fault.rule }),
    }
  }
}

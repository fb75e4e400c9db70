// Lets fault rules have their way with one session: asks what fires, tells the transcript, waits out delays.

import { setTimeout } from 'node:timers/promises'
import type { FaultMoment, Fired } from '../../mailroom/mailroom.js'
import type { FaultStage } from '../../model/fault.js'
import type { AuthFacts } from '../../model/session.js'
import type { Head } from '../head.js'
import type { SmtpListener } from '../options.js'
import { type Reply, replyOfLine } from '../reply.js'
import type { SessionLog } from '../talk/session-log.js'

/** How a rule ends what the client began. */
export type Ending =
  | { readonly is: 'reply'; readonly reply: Reply }
  /** nothing is said, and the connection closed */
  | { readonly is: 'silence' }
  /** the same, behind the commit */
  | { readonly is: 'silenceAfterKeep' }

export interface MisbehaviourOptions {
  readonly head: Head
  readonly listener: SmtpListener
  readonly log: SessionLog
  /** whom the client has said to be by now */
  readonly auth: () => AuthFacts | undefined
}

/** What is known of the message at that moment. */
export type Occasion = Omit<FaultMoment, 'stage' | 'listenerInbox'>

const silence: Ending = { is: 'silence' }

export class Misbehaviour {
  readonly #options: MisbehaviourOptions
  /** made for the first delay: most connections have none */
  #patience: AbortController | undefined
  #isHurried = false
  #isOver = false

  constructor(options: MisbehaviourOptions) {
    this.#options = options
  }

  /** `undefined`: things go on as ever. Delays are over when it resolves. */
  at(stage: FaultStage, occasion: Occasion = {}): Promise<Ending | undefined> | undefined {
    const { head, listener, auth } = this.#options
    const user = auth()?.user
    const fired = head.mailroom.fire({
      stage,
      ...(listener.inbox !== undefined && { listenerInbox: listener.inbox }),
      ...(user !== undefined && { user }),
      ...occasion,
    })
    return fired.firings.length === 0 ? undefined : this.#wreak({ stage, ...occasion }, fired)
  }

  /** Whether a rule waits for that stage, so that it is worth finding out more. */
  awaits(stage: FaultStage): boolean {
    return this.#options.head.mailroom.firesAt(stage)
  }

  /** The client has gone, or mailhold stops: nobody is kept waiting any more. */
  hurry(): void {
    this.#isHurried = true
    this.#patience?.abort()
  }

  /** The connection is closed, or will be: only a message that is all there goes on. */
  end(): void {
    this.#isOver = true
    this.hurry()
  }

  async #wreak(moment: FaultMoment, { firings, delay, end }: Fired): Promise<Ending | undefined> {
    const { log } = this.#options
    for (const { rule, told } of firings) {
      log.transcript.note(told)
      log.problem(rule === undefined ? 'bounceAddress' : 'faultRule', told)
    }
    if (delay > 0) await this.#wait(delay)
    // RFC 5321 §4.2.5: a message whose end was received is ours
    if (this.#isOver && moment.stage !== 'accept') return silence
    if (!end) return undefined
    if (end.is === 'reply') return { is: 'reply', reply: ruledReply(end.reply, end.rule, moment) }
    return end.is === 'drop' ? silence : { is: 'silenceAfterKeep' }
  }

  async #wait(milliseconds: number): Promise<void> {
    if (this.#isHurried) return
    this.#patience ??= new AbortController()
    const { signal } = this.#patience
    const noteAbort = () => this.#options.log.transcript.note('the delay was cut short')
    signal.addEventListener('abort', noteAbort)
    await setTimeout(milliseconds, undefined, { signal }).catch(() => {})
    signal.removeEventListener('abort', noteAbort)
  }
}

/** The reply with who asked for it, for those who wait for the mail. An address that asked by itself is no rule. */
function ruledReply(
  line: string,
  rule: string | undefined,
  { stage, sender, recipients = [] }: FaultMoment,
): Reply {
  const reply = replyOfLine(line)
  if (rule === undefined) return reply
  const [recipient] = recipients.length === 1 ? recipients : []
  return {
    ...reply,
    fault: {
      rule,
      stage,
      ...(sender !== undefined && { sender }),
      ...(recipient && { recipient: recipient.address }),
    },
  }
}

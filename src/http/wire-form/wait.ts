// Verdicts of waits and assertions, as JSON.

import type { FoundMail, Mailroom, WaitReport } from '../../mailroom/mailroom.js'
import type { MessageId } from '../../model/ids.js'
import type { Message } from '../../wire/message.js'
import type { Summary } from '../../wire/summary.js'
import type * as wire from '../../wire/wait.js'
import type { Forming } from './former.js'
import { messageForm } from './message.js'
import { summaryForm } from './summary.js'
import { time } from './time.js'

type WaitAnswer = WaitReport['answer']
type AssertAnswer = Awaited<ReturnType<Mailroom['assert']>>
type Met = Extract<WaitAnswer, { pass: true }>
type NotMet = Extract<WaitAnswer, { pass: false }>
type Explanation = Pick<NotMet, keyof wire.Explanation>

export const mailForm = ({ summary, whole }: FoundMail, forming: Forming): Message | Summary =>
  whole ? messageForm(whole.message, whole.bodies, forming) : summaryForm(summary, forming)

/** A 200 as JSON in two pieces. A thousand waits may end with the same mail, whose octets are made once and shared by all. */
export function metPieces(answer: Met, forming: Forming): { readonly head: string; readonly mails: Buffer } {
  const { pass, waitedMs, matched, cursor, lookedFrom, messages } = answer
  const head: Omit<wire.WaitMet, 'messages'> = { pass, waitedMs, matched, cursor, lookedFrom }
  return { head: JSON.stringify(head).slice(0, -1), mails: mailsOctets(messages, forming) }
}

const made = new WeakMap<object, Buffer>()

function mailsOctets(mails: readonly FoundMail[], forming: Forming): Buffer {
  const shared = mails.length === 1 ? mails[0]?.whole : undefined
  const known = shared && made.get(shared)
  if (known) return known
  const texts = mails.map((mail) => JSON.stringify(mailForm(mail, forming)))
  const octets = Buffer.from(`,"messages":[${texts.join(',')}]}`)
  if (shared) made.set(shared, octets)
  return octets
}

export function waitForm(answer: NotMet, forming: Forming): wire.WaitNotMet {
  const { waitedMs, cursor, lookedFrom, text } = answer
  return { pass: false, waitedMs, ...explanationForm(answer, forming), cursor, lookedFrom, text }
}

export const assertForm = (answer: AssertAnswer, forming: Forming): wire.AssertAnswer => ({
  ...answer,
  expectations: answer.expectations.map((one) => {
    const named = { ...(one.name !== undefined && { name: one.name }), lookedFrom: one.lookedFrom }
    if (!one.pass) return { ...named, pass: false, ...explanationForm(one, forming) }
    const messages = one.messages.map((mail) => mailForm(mail, forming))
    return { ...named, pass: true, matched: one.matched, messages }
  }),
})

const explanationForm = (explanation: Explanation, { urls }: Forming): wire.Explanation => {
  const { reason, expected, matched, came, nearest, elsewhere, smtp, hints } = explanation
  const placed = <Told extends { readonly id: MessageId; readonly receivedAt: number }>(mail: Told) => ({
    ...mail,
    receivedAt: time(mail.receivedAt),
    url: urls.message(mail.id),
  })
  return {
    reason,
    expected,
    matched,
    came: came.map(placed),
    nearest: nearest.map(placed),
    elsewhere,
    smtp: {
      sessions: smtp.sessions,
      rejected: smtp.rejected.map((one) => ({ ...one, at: time(one.at) })),
      openTransactions: smtp.openTransactions,
    },
    hints,
  }
}

// Verdicts of waits and assertions, as JSON.

import type { FoundMail, Mailroom, WaitReport } from '../../mailroom/mailroom.js'
import type { Message } from '../../wire/message.js'
import type { Summary } from '../../wire/summary.js'
import type * as wire from '../../wire/wait.js'
import type { Forming } from './former.js'
import { messageForm } from './message.js'
import { summaryForm } from './summary.js'
import { time } from './time.js'

type WaitAnswer = WaitReport['answer']
type AssertAnswer = Awaited<ReturnType<Mailroom['assert']>>
type NotMet = Extract<WaitAnswer, { pass: false }>
type Explanation = Pick<NotMet, keyof wire.Explanation>

export const mailForm = ({ summary, whole }: FoundMail, forming: Forming): Message | Summary =>
  whole ? messageForm(whole.message, whole.bodies, forming) : summaryForm(summary, forming)

/** The answer of a wait as JSON text: a thousand waits may end with the same mail, which is made into text once. */
export function waitText(answer: WaitAnswer, forming: Forming): string {
  if (!answer.pass) return JSON.stringify(waitForm(answer, forming))
  const { messages, ...rest } = answer
  const head: Omit<wire.WaitMet, 'messages'> = rest
  const texts = messages.map((mail) => mailText(mail, forming))
  return `${JSON.stringify(head).slice(0, -1)},"messages":[${texts.join(',')}]}`
}

const made = new WeakMap<object, string>()

function mailText(mail: FoundMail, forming: Forming): string {
  const known = mail.whole && made.get(mail.whole)
  if (known !== undefined) return known
  const text = JSON.stringify(mailForm(mail, forming))
  if (mail.whole) made.set(mail.whole, text)
  return text
}

function waitForm(answer: Extract<WaitAnswer, { pass: false }>, forming: Forming): wire.WaitNotMet {
  const { waitedMs, cursor, lookedFrom, text } = answer
  return { pass: false, waitedMs, ...explanationForm(answer, forming), cursor, lookedFrom, text }
}

export const assertForm = (answer: AssertAnswer, forming: Forming): wire.AssertAnswer => ({
  ...answer,
  expectations: answer.expectations.map((one) => {
    const named = one.name === undefined ? {} : { name: one.name }
    if (!one.pass) return { ...named, pass: false, ...explanationForm(one, forming) }
    const messages = one.messages.map((mail) => mailForm(mail, forming))
    return { ...named, pass: true, matched: one.matched, messages }
  }),
})

const explanationForm = (explanation: Explanation, { urls }: Forming): wire.Explanation => {
  const { reason, expected, matched, nearest, elsewhere, smtp, hints } = explanation
  return {
    reason,
    expected,
    matched,
    nearest: nearest.map((mail) => ({
      ...mail,
      receivedAt: time(mail.receivedAt),
      url: urls.message(mail.id),
    })),
    elsewhere,
    smtp: { ...smtp, rejected: smtp.rejected.map((one) => ({ ...one, at: time(one.at) })) },
    hints,
  }
}

// What fails now fails without a time that one could give: the server's advice to give one would lead nowhere.

import type { WaitNotMet } from '../../wire/wait.js'

/** The verbs that look once, and those that wait for the same. */
const waiting = { getMail: 'findMail', getMails: 'findMails' } as const

/** The same answer, which names the verb that waits. */
export function lookedOnce(answer: WaitNotMet, verb: keyof typeof waiting): WaitNotMet {
  const advice = answer.hints.find((hint) => hint.startsWith('timeout 0s '))
  if (advice === undefined) return answer
  const better = `${verb} looks once and does not wait; ${waiting[verb]} waits, if the mail may come a moment later`
  return {
    ...answer,
    hints: answer.hints.map((hint) => (hint === advice ? better : hint)),
    text: answer.text.replace(advice, () => better),
  }
}

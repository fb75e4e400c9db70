// The mail is there, but not where or when it was looked for.

import { inWords } from '../../duration.js'
import { isShort, type VerdictHint } from '../verdict-hint.js'

export const beforeWindow: VerdictHint = {
  name: 'beforeWindow',
  tell: (plan, evidence) => {
    const { strays, window } = evidence
    const early = strays.filter(({ where }) => where === 'before')
    const newest = early.reduce((latest, { message }) => Math.max(latest, message.receivedAt), 0)
    if (!isShort(plan, evidence) || early.length === 0) return undefined
    const ago = inWords(Math.max(0, window.from - newest))
    return window.isDefault
      ? `a matching mail came ${ago} before the last 60 s, which is all that counts without inbox and after; give after=start or a cursor`
      : `a matching mail came ${ago} before the place that "after" names; take the cursor before the app sends`
  },
}

export const otherInbox: VerdictHint = {
  name: 'otherInbox',
  tell: (plan, evidence) => {
    const stray = evidence.strays.find(({ where }) => where === 'otherInbox')
    if (!isShort(plan, evidence) || !stray) return undefined
    const [inbox = ''] = stray.message.inboxes
    return `a matching mail is in inbox ${inbox}, not in ${evidence.window.inbox ?? 'the one asked for'}; inboxes follow the recipient's sub-domain or the SMTP user name`
  },
}

export const emptyInbox: VerdictHint = {
  name: 'emptyInbox',
  tell: (plan, evidence) => {
    const { window, tally, keptElsewhere, strays } = evidence
    if (!isShort(plan, evidence) || tally.looked > 0 || keptElsewhere === 0 || strays.length > 0)
      return undefined
    const [mails, verb] = keptElsewhere === 1 ? ['1 mail', 'was'] : [`${keptElsewhere} mails`, 'were']
    return `no mail came to inbox ${window.inbox ?? ''} in this time, but ${mails} ${verb} kept in other inboxes; is the app told to send into this one?`
  },
}

/** With `0s` nothing is waited for. */
export const tooEarly: VerdictHint = {
  name: 'tooEarly',
  tell: (plan, evidence) =>
    isShort(plan, evidence) && plan.scope.timeout === 0
      ? 'timeout 0s looks once and does not wait; give a time if the mail may come a moment later'
      : undefined,
}

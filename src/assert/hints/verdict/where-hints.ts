// The mail is there, but not where or when it was looked for.

import { whenOf } from '../../when.js'
import { isShort, missingMail, type VerdictHint } from '../verdict-hint.js'

export const beforeWindow: VerdictHint = {
  name: 'beforeWindow',
  tell: (plan, evidence) => {
    const { strays, window } = evidence
    const early = strays.filter(({ where }) => where === 'before')
    const newest = early.reduce((latest, { message }) => Math.max(latest, message.receivedAt), 0)
    if (!isShort(plan, evidence) || early.length === 0) return undefined
    const when = whenOf(newest, window.began)
    return window.isDefault
      ? `${missingMail(evidence)} came ${when}, and without inbox and after only mail of the last 60 s before it counts; give after=start or a cursor`
      : `${missingMail(evidence)} came ${when}, before the place that "after" names; take the cursor before the app sends`
  },
}

export const otherInbox: VerdictHint = {
  name: 'otherInbox',
  tell: (plan, evidence) => {
    const stray = evidence.strays.find(({ where }) => where === 'otherInbox')
    if (!isShort(plan, evidence) || !stray) return undefined
    const [inbox = ''] = stray.message.inboxes
    return `${missingMail(evidence)} is in inbox ${inbox}, not in ${evidence.window.inbox ?? 'the one asked for'}; inboxes follow the recipient's sub-domain or the SMTP user name`
  },
}

export const emptyInbox: VerdictHint = {
  name: 'emptyInbox',
  tell: (plan, evidence) => {
    const { window, kept, strays, smtp } = evidence
    const { inOtherInboxes } = kept
    const isRefused = smtp.rejected.length > 0 || smtp.faultsFired.length > 0
    if (!isShort(plan, evidence) || kept.here > 0 || inOtherInboxes === 0) return undefined
    if (strays.length > 0 || isRefused) return undefined
    const [mails, verb] = inOtherInboxes === 1 ? ['1 mail', 'was'] : [`${inOtherInboxes} mails`, 'were']
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

// What SMTP saw explains why a mail is missing.

import type { Evidence } from '../../evidence.js'
import type { Plan } from '../../plan.js'
import { visible } from '../../visible.js'
import { ifBefore, lastSession } from '../../when.js'
import { isShort, type VerdictHint } from '../verdict-hint.js'

/** A mail is missing, and none came lately to where it was looked for: what happened to any connection may be why. */
const isBarren = (plan: Plan, evidence: Evidence): boolean =>
  isShort(plan, evidence) && evidence.kept.here === 0

/** Nobody came: the app is down, did not send, or talks to another port. */
export const nobodyConnected: VerdictHint = {
  name: 'nobodyConnected',
  tell: (plan, evidence) => {
    const { smtp, kept, window } = evidence
    const hasCome = smtp.sessions > smtp.keptOpen || kept.meanwhile > 0
    if (!isBarren(plan, evidence) || hasCome || plan.scope.timeout === 0) return undefined
    const where = smtp.listeners.join(' or ')
    if (where === '') return 'no SMTP listener is on; start mailhold with --smtp'
    const earlier = smtp.sessions === 0 && smtp.last ? ` (${lastSession(smtp.last, window.began)})` : ''
    const open =
      smtp.keptOpen === 0 ? '' : ` beside ${smtp.keptOpen} that stayed open and brought nothing more`
    const hasFailed = isCauseKnown(evidence) && smtp.last?.kept === 0
    const question = hasFailed
      ? 'did the app try again?'
      : `did the app send, and is its SMTP host and port ${where}?`
    return `no SMTP connection came during the wait${open}${earlier}: ${question}`
  },
}

const isCauseKnown = ({ smtp }: Evidence): boolean =>
  smtp.rejected.length > 0 || smtp.problems.length > 0 || smtp.faultsFired.length > 0

export const connectedOnly: VerdictHint = {
  name: 'connectedOnly',
  tell: (plan, evidence) => {
    const { smtp } = evidence
    const hasMail = smtp.sessionsWithMail > 0 || evidence.kept.meanwhile > 0 || evidence.strays.length > 0
    const hasCause = isCauseKnown(evidence) || smtp.openTransactions > 0
    if (!isBarren(plan, evidence) || smtp.sessions === 0 || hasMail || hasCause) return undefined
    return `${plural(smtp.sessions, 'SMTP connection')} came, but no mail was sent over ${smtp.sessions === 1 ? 'it' : 'them'}; GET /v1/sessions has the transcript`
  },
}

export const startTlsOff: VerdictHint = {
  name: 'startTlsOff',
  tell: (plan, evidence) => {
    const problem = evidence.smtp.problems.find(({ code }) => code === 'starttlsOff')
    if (!isBarren(plan, evidence) || !problem) return undefined
    const when = ifBefore(problem.endedAt, evidence.window.began)
    return `a client tried STARTTLS, which is off${when}: start mailhold with --starttls, or switch TLS off in the app`
  },
}

/** Other problems that sessions recorded, in their own words. */
export const sessionProblem: VerdictHint = {
  name: 'sessionProblem',
  tell: (plan, evidence) => {
    const problem = evidence.smtp.problems.find(({ code }) => code !== 'starttlsOff')
    if (!isBarren(plan, evidence) || !problem) return undefined
    const when = ifBefore(problem.endedAt, evidence.window.began)
    return `an SMTP session had a problem${when}: ${visible(problem.message)}`
  },
}

export const authRefused: VerdictHint = {
  name: 'authRefused',
  tell: (plan, evidence) => {
    const refusal = evidence.smtp.rejected.findLast(
      ({ stage, faultRule }) => stage === 'auth' && faultRule === undefined,
    )
    if (!isBarren(plan, evidence) || !refusal) return undefined
    const when = ifBefore(refusal.at, evidence.window.began)
    return `AUTH was refused with "${visible(refusal.reply)}"${when}: check the app's SMTP user and password, or --smtp-auth`
  },
}

export const rejected: VerdictHint = {
  name: 'rejected',
  tell: (plan, evidence) => {
    const refusal = evidence.smtp.rejected.findLast(
      ({ stage, faultRule }) => stage !== 'auth' && faultRule === undefined,
    )
    if (!isShort(plan, evidence) || !refusal) return undefined
    const who = refusal.recipient ?? refusal.sender
    const whom = who === undefined ? '' : ` for ${visible(who)}`
    const when = ifBefore(refusal.at, evidence.window.began)
    return `a mail${whom} was refused at ${refusal.stage.toUpperCase()} with "${visible(refusal.reply)}"${when}`
  },
}

export const faultFired: VerdictHint = {
  name: 'faultFired',
  tell: (plan, evidence) => {
    const { rejected: refusals, faultsFired } = evidence.smtp
    const { began } = evidence.window
    if (!isShort(plan, evidence)) return undefined
    const refusal = refusals.findLast(({ faultRule }) => faultRule !== undefined)
    if (refusal) {
      const rule = `fault rule ${visible(refusal.faultRule ?? '')}`
      return `${rule} answered "${visible(refusal.reply)}" at ${refusal.stage.toUpperCase()}${ifBefore(refusal.at, began)}; did the app try again?`
    }
    const fault = faultsFired.at(-1)
    return (
      fault && `fault rule ${visible(fault.rule)} fired: ${visible(fault.did)}${ifBefore(fault.at, began)}`
    )
  },
}

/** A mail was on its way when the time was over. */
export const tooLate: VerdictHint = {
  name: 'tooLate',
  tell: (plan, evidence) => {
    const { smtp, reason } = evidence
    if (smtp.openTransactions === 0 || !(isShort(plan, evidence) || reason === 'unsettled')) {
      return undefined
    }
    return `${plural(smtp.openTransactions, 'SMTP transaction')} still open at the deadline: the mail may have come too late; give a longer timeout`
  },
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

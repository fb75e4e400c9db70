// What SMTP saw explains why a mail is missing.

import { visible } from '../../visible.js'
import { isShort, type VerdictHint } from '../verdict-hint.js'

/** Nobody came: the app is down, did not send, or talks to another port. */
export const nobodyConnected: VerdictHint = {
  name: 'nobodyConnected',
  tell: (plan, evidence) => {
    const { smtp, tally, waitedMs } = evidence
    if (!isShort(plan, evidence) || smtp.sessions > 0 || tally.looked > 0 || waitedMs === 0) return undefined
    const where = smtp.listeners.join(' or ')
    if (where === '') return 'no SMTP listener is on; start mailhold with --smtp'
    return `no SMTP connection came during the wait: did the app send, and is its SMTP host and port ${where}?`
  },
}

export const connectedOnly: VerdictHint = {
  name: 'connectedOnly',
  tell: (plan, evidence) => {
    const { smtp, tally } = evidence
    const hasCause = smtp.rejected.length > 0 || smtp.problems.length > 0 || smtp.openTransactions > 0
    if (!isShort(plan, evidence) || smtp.sessions === 0 || tally.looked > 0 || hasCause) return undefined
    if (evidence.keptElsewhere > 0 || evidence.strays.length > 0 || smtp.faultsFired.length > 0)
      return undefined
    return `${plural(smtp.sessions, 'SMTP connection')} came, but no mail was sent over ${smtp.sessions === 1 ? 'it' : 'them'}; GET /v1/sessions has the transcript`
  },
}

export const startTlsOff: VerdictHint = {
  name: 'startTlsOff',
  tell: (plan, evidence) =>
    isShort(plan, evidence) && evidence.smtp.problems.some(({ code }) => code === 'starttlsOff')
      ? 'a client tried STARTTLS, which is off: start mailhold with --starttls, or switch TLS off in the app'
      : undefined,
}

/** Other problems that sessions recorded, in their own words. */
export const sessionProblem: VerdictHint = {
  name: 'sessionProblem',
  tell: (plan, evidence) => {
    const problem = evidence.smtp.problems.find(({ code }) => code !== 'starttlsOff')
    return isShort(plan, evidence) && problem
      ? `an SMTP session had a problem: ${visible(problem.message)}`
      : undefined
  },
}

export const authRefused: VerdictHint = {
  name: 'authRefused',
  tell: (plan, evidence) => {
    const refusal = evidence.smtp.rejected.find(
      ({ stage, faultRule }) => stage === 'auth' && faultRule === undefined,
    )
    return isShort(plan, evidence) && refusal
      ? `AUTH was refused with "${visible(refusal.reply)}": check the app's SMTP user and password, or --smtp-auth`
      : undefined
  },
}

export const rejected: VerdictHint = {
  name: 'rejected',
  tell: (plan, evidence) => {
    const refusal = evidence.smtp.rejected.find(
      ({ stage, faultRule }) => stage !== 'auth' && faultRule === undefined,
    )
    if (!isShort(plan, evidence) || !refusal) return undefined
    const who = refusal.recipient ?? refusal.sender
    const whom = who === undefined ? '' : ` for ${visible(who)}`
    return `a mail${whom} was refused at ${refusal.stage.toUpperCase()} with "${visible(refusal.reply)}"`
  },
}

export const faultFired: VerdictHint = {
  name: 'faultFired',
  tell: (plan, evidence) => {
    const { rejected: refusals, faultsFired } = evidence.smtp
    if (!isShort(plan, evidence)) return undefined
    const refusal = refusals.find(({ faultRule }) => faultRule !== undefined)
    if (refusal) {
      return `fault rule ${visible(refusal.faultRule ?? '')} answered "${visible(refusal.reply)}" at ${refusal.stage.toUpperCase()}; did the app try again?`
    }
    const fault = faultsFired[0]
    return fault && `fault rule ${visible(fault.rule)} fired: ${visible(fault.did)}`
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

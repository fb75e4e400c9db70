// One mail too many, one mail out of place, one mail that never ended the wait.

import { inWords } from '../../duration.js'
import { countInWords } from '../../plan.js'
import { visible } from '../../visible.js'
import { isShort, type VerdictHint } from '../verdict-hint.js'

/** The same mail came again: an app that sends twice, or tries again after it was told 250. */
export const duplicate: VerdictHint = {
  name: 'duplicate',
  tell: (_plan, { reason, tally, isRepeated }) => {
    const [first, second] = tally.matched.slice(-2)
    if (reason !== 'tooMany' || !first || !second) return undefined
    const apart = inWords(Math.abs(second.receivedAt - first.receivedAt))
    if (isRepeated) return `the last two are the same mail, ${apart} apart: the app sent it twice`
    const isAlike = first.subject === second.subject && first.envelope.to.join() === second.envelope.to.join()
    return isAlike
      ? `the last two have the same subject and recipients, ${apart} apart: did the app send it twice?`
      : undefined
  },
}

export const tooManyMatch: VerdictHint = {
  name: 'tooManyMatch',
  tell: ({ count }, { reason, tally }) => {
    if (reason !== 'tooMany') return undefined
    const may = count.max === 0 ? 'none' : countInWords(count)
    return `${may} may match, ${tally.matched.length} did; narrow the criteria, or the inbox, if one of them is another test's`
  },
}

export const outOfOrder: VerdictHint = {
  name: 'outOfOrder',
  tell: (_plan, { wrong }) => {
    if (!wrong) return undefined
    const name = wrong.beforeName === undefined ? '' : ` (${visible(wrong.beforeName)})`
    return `"${visible(wrong.message.subject)}" came before expectation ${wrong.before + 1}${name} had its mail`
  },
}

export const barrierMissing: VerdictHint = {
  name: 'barrierMissing',
  tell: (_plan, { reason, tally }) =>
    reason === 'barrier'
      ? `the mail that "until" names never came, so the count is not certain; ${tally.matched.length} matched until then`
      : undefined,
}

export const countsOnce: VerdictHint = {
  name: 'countsOnce',
  tell: (plan, evidence) => {
    const { countedElsewhere } = evidence.tally
    if (!isShort(plan, evidence) || countedElsewhere === 0) return undefined
    const mails =
      countedElsewhere === 1 ? '1 mail matches but counts' : `${countedElsewhere} mails match but count`
    return `${mails} for another expectation; in strict order a mail counts once`
  },
}

export const fewerThanAsked: VerdictHint = {
  name: 'fewerThanAsked',
  tell: (plan, evidence) => {
    const { tally, reason } = evidence
    const matched = tally.matched.length
    if (reason === 'barrier' || !isShort(plan, evidence) || matched === 0) return undefined
    const others =
      tally.nearest.length === 0 ? ', and no other mail' : '; the nearest of the others are shown'
    return `${matched} of ${plan.count.min} came${others}`
  },
}

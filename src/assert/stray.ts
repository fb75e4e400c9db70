// Mails that fulfil the criteria but do not count, because they came too early or lie in another inbox.

import type { Place } from '../model/change.js'
import { allPass } from '../query/criteria/compile-criteria.js'
import type { Subject } from '../query/subject.js'
import type { Stray } from './evidence.js'
import type { Plan } from './plan.js'

/**
 * Why the mail does not count although it matches; `undefined` if it does not match, if it counts, or if it is both too
 * early and elsewhere and so most likely another test's.
 * @param from the place from which was looked
 */
export function strayOf(plan: Plan, subject: Subject, from: Place): Stray | undefined {
  const { summary } = subject
  const { inbox } = plan.scope
  const isEarly = 'seq' in from ? summary.seq <= from.seq : summary.receivedAt <= from.time
  const isElsewhere = inbox !== undefined && !summary.inboxes.some((name) => name === inbox)
  if (isEarly === isElsewhere || !allPass(plan.match.evaluate(subject))) return undefined
  return { message: summary, where: isEarly ? 'before' : 'otherInbox' }
}

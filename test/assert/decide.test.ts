import { describe, expect, it } from 'vitest'
import { decide, type Moment } from '#mailhold/assert/decide.js'
import { readWait } from '#mailhold/assert/read-expectation.js'
import { tallyOf } from './evidence.js'

const calm: Moment = { isQuiet: false, isBarrierSettled: false, isDeadline: false, openTransactions: 0 }
const quiet = { ...calm, isQuiet: true }
const over = { ...calm, isDeadline: true }
const busy = { ...over, openTransactions: 2 }
const settled = { ...calm, isBarrierSettled: true }

const mail = { facts: { subject: 'A' } }
const other = { facts: { subject: 'B' } }
const end = { facts: { subject: 'End' } }
const until = { subject: 'End' }

describe('the verdict is known', () => {
  const rows = [
    ['with the first mail, where one is enough', {}, [mail], calm, 'pass'],
    ['not before it', {}, [other], calm, undefined],
    ['not by quiet alone', {}, [], quiet, undefined],
    ['at the deadline without it', {}, [other], over, 'timeout'],
    ['with enough mails', { count: { min: 2 } }, [mail, other, mail], calm, 'pass'],
    ['not for an exact count before it is quiet', { count: 1 }, [mail], calm, undefined],
    ['for an exact count when it is quiet', { count: 1 }, [mail], quiet, 'pass'],
    ['at once with one mail too many', { count: 1 }, [mail, mail], calm, 'tooMany'],
    ['for no mail when it is quiet', { count: 0 }, [other], quiet, 'pass'],
    ['not for no mail before', { count: 0 }, [], calm, undefined],
    ['at once for no mail when one comes', { count: 0 }, [mail], calm, 'tooMany'],
    ['at the deadline for an exact count, if nothing is open', { count: 1 }, [mail], over, 'pass'],
    ['as unsettled at the deadline while transactions are open', { count: 1 }, [mail], busy, 'unsettled'],
    ['as too few at the deadline, open transactions or not', { count: 2 }, [mail], busy, 'timeout'],
    ['when it is quiet, where settle is asked for', { settle: '1s' }, [mail], quiet, 'pass'],
    ['not before, where settle is asked for', { settle: '1s' }, [mail], calm, undefined],
    ['at the barrier', { until, count: 1 }, [mail, end], settled, 'pass'],
    ['not at the barrier while its transactions are open', { until, count: 1 }, [mail, end], calm, undefined],
    ['not by quiet where there is a barrier', { until, count: 1 }, [mail], quiet, undefined],
    ['at the barrier with too few', { until }, [other, end], settled, 'tooFew'],
    ['at the deadline without the barrier', { until }, [mail], over, 'barrier'],
    ['at the deadline with an unsettled barrier', { until }, [mail, end], over, 'unsettled'],
    ['before the barrier with too many', { until, count: 0 }, [mail], calm, 'tooMany'],
    ['at once when each fails', { each: [{ code: '1' }], count: { min: 5 } }, [mail], calm, 'each'],
    [
      'without regard to each in mails that do not match',
      { each: [{ subject: 'A' }] },
      [other, mail],
      calm,
      'pass',
    ],
  ] as const
  for (const [what, more, mails, moment, expected] of rows) {
    it(what, () => {
      const plan = readWait({ match: { subject: 'A' }, ...more })

      const outcome = decide(plan, tallyOf(plan, mails), moment)

      expect(outcome && (outcome.pass ? 'pass' : outcome.reason)).toBe(expected)
    })
  }
})

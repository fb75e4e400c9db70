// A fault rule as JSON.

import type { Fault as FaultFacts } from '../../model/fault.js'
import type { Fault } from '../../wire/fault.js'
import { time } from './time.js'
import type { Urls } from './urls.js'

export const faultForm = (fault: FaultFacts, urls: Urls): Fault => ({
  id: fault.id,
  where: fault.where,
  stage: fault.stage,
  do: fault.do,
  times: fault.times ?? null,
  after: fault.after,
  chance: fault.chance ?? 100,
  fired: fault.fired,
  left: fault.left ?? null,
  createdAt: time(fault.createdAt),
  url: urls.fault(fault.id),
})

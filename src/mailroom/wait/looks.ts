// The expectations of a call as they are looked for. Equal calls share them.

import type { AssertPlan } from '../../assert/plan.js'
import type { Store } from '../../store/store.js'
import { type Look, lookOf, type Search } from './look.js'
import type { Watched } from './watch-one.js'
import { spanOf } from './window.js'

export interface Looks {
  /** a search added to the criteria */
  readonly plan: AssertPlan
  /** one per expectation */
  readonly looks: readonly Look[]
}

export function looksOf(plan: AssertPlan, search?: Search): Looks {
  const looks = plan.plans.map((one) => lookOf(one, search))
  return { plan: { ...plan, plans: looks.map((look) => look.plan) }, looks }
}

/**
 * Where each of them is looked for by a call that comes now.
 * @param now milliseconds since 1970
 * @throws MailholdError `badInput` for an `after` that is no place of this store
 */
export const watchedOf = ({ plan, looks }: Looks, store: Store, now: number): readonly Watched[] =>
  looks.map((look, at) => {
    const isShared = look.plan.scope.after === plan.scope.after
    const path = isShared ? 'after' : `expectations[${at}].after`
    return { look, span: spanOf(look.plan, { store, now, path }) }
  })

// Takes messages away and marks them, by any narrowing that is not empty.

import { MailholdError } from '../model/errors.js'
import type { Store } from '../store/store.js'
import type { Narrowing, Remove } from './mailroom.js'
import { narrow } from './narrow.js'

export function createRemove(store: Store): Remove {
  return {
    async remove(narrowing) {
      if (!narrowing.all) refuseEmpty(narrowing, 'give ids, inbox or q, or all=true to delete everything')
      const selection = narrow(narrowing, store)
      if (selection === 'nothing') return 0
      return (await store.remove(selection, 'asked')).changes.length
    },
    async mark(narrowing, marks) {
      refuseEmpty(narrowing, 'give ids, inbox or q')
      const selection = narrow(narrowing, store)
      if (selection === 'nothing') return 0
      return (await store.mark(selection, marks)).changes.length
    },
  }
}

const refuseEmpty = ({ ids, inbox, q }: Narrowing, remedy: string): void => {
  const isEmpty = ids === undefined && inbox === undefined && (q === undefined || q.trim() === '')
  if (isEmpty) throw new MailholdError('badInput', `nothing says which messages are meant; ${remedy}`)
}

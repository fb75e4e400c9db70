// What can be done to messages of a list, each with word of what happened.

import { useMemo } from 'react'
import type { Marks } from '../../src/wire/list.js'
import type { Summary } from '../../src/wire/summary.js'
import { countText } from '../format/size.js'
import { api, apiAddress } from '../server/api.js'
import { sentenceOf } from '../server/failure.js'
import { narrowing, type View } from '../server/queries.js'
import { removeSoon, timeToUndo } from '../server/removal.js'
import { commonText } from '../text/common.js'
import { listText } from '../text/list.js'
import { tell } from '../ui/toast.js'

/** Which messages: these, or all that the list shows. */
export type Chosen =
  | { readonly kind: 'messages'; readonly ids: readonly string[] }
  | {
      readonly kind: 'view'
      readonly view: View
      readonly newest: Summary | undefined
      readonly count: number
    }

export interface ListActions {
  readonly mark: (chosen: Chosen, marks: Marks) => void
  readonly remove: (chosen: Chosen) => void
  readonly exportMail: (chosen: Chosen, format: 'mbox' | 'zip') => void
}

export function useListActions(): ListActions {
  return useMemo(() => ({ mark, remove, exportMail }), [])
}

function mark(chosen: Chosen, marks: Marks): void {
  const whole = chosen.kind === 'view' ? narrowing(chosen.view) : { ids: chosen.ids }
  // without a word about which ones the server changes nothing; what is unread is all that marking as read concerns
  const isEverything = Object.keys(whole).length === 0
  const which = isEverything
    ? { q: marks.read === false ? 'is:read' : marks.read ? 'is:unread' : 'larger:0' }
    : whole
  api.mark(which, marks).catch(tellFailure)
}

function remove(chosen: Chosen): void {
  const removal =
    chosen.kind === 'messages'
      ? chosen
      : chosen.newest && { kind: 'view' as const, view: chosen.view, newest: chosen.newest }
  if (!removal) return
  const undo = removeSoon(removal, tellFailure)
  const count = chosen.kind === 'messages' ? chosen.ids.length : chosen.count
  tell(listText.deleted(count, countText(count)), {
    timeout: timeToUndo,
    action: { name: commonText.undo, run: undo },
  })
}

function exportMail(chosen: Chosen, format: 'mbox' | 'zip'): void {
  const which: Record<string, string> =
    chosen.kind === 'view' ? narrowing(chosen.view) : { ids: chosen.ids.join(',') }
  const link = document.createElement('a')
  link.href = apiAddress(`/v1/export?${new URLSearchParams({ format, ...which })}`)
  link.download = ''
  link.click()
}

const tellFailure = (error: unknown): void => {
  tell(sentenceOf(error) ?? commonText.failed, { kind: 'error' })
}

// The shortcuts that do something to messages: to the chosen ones, or else to the one that is open.

import { useCallback } from 'react'
import type { Summary } from '../../src/wire/summary.js'
import type { Going } from '../place/use-place.js'
import { useShortcut } from '../shortcuts/handlers.js'
import type { ListBarActions } from './list-bar.js'
import type { ListActions } from './use-list-actions.js'
import type { Selection } from './use-selection.js'

interface Doing {
  readonly going: Going
  readonly messages: readonly Summary[]
  readonly selection: Selection
  readonly actions: ListActions
  /** for the chosen messages */
  readonly act: ListBarActions
}

export function useListShortcuts({ going, messages, selection, actions, act }: Doing): void {
  const { place, go } = going
  const { messageId } = place
  const hasChosen = selection.ids.size > 0 || selection.isWhole
  const openOne = useCallback(() => ({ kind: 'messages', ids: [messageId] }) as const, [messageId])

  const choose = useCallback(() => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-message]')?.dataset.message
    const id = focused ?? messageId
    if (id) selection.toggle(id)
  }, [messageId, selection])

  const removeThem = useCallback(() => {
    if (hasChosen) return act.remove()
    if (messageId === '') return
    const at = messages.findIndex(({ id }) => id === messageId)
    const next = messages[at + 1] ?? messages[at - 1]
    actions.remove(openOne())
    go({ messageId: next?.id ?? '' }, { replace: true })
  }, [hasChosen, act, messageId, messages, actions, openOne, go])

  const markUnread = useCallback(() => {
    if (hasChosen) return act.markRead(false)
    if (messageId === '') return
    actions.mark(openOne(), { read: false })
    // while it is open it counts as read
    go({ messageId: '', tab: 'preview' })
  }, [hasChosen, act, messageId, actions, openOne, go])

  const chooseNext = useCallback(
    (by: 1 | -1) => {
      const at = messages.findIndex(({ id }) => id === messageId)
      const next = messages[at < 0 ? 0 : at + by]
      if (!next) return
      if (selection.ids.size === 0 && messageId !== '') selection.toggle(messageId)
      selection.extendTo(next.id)
      go({ messageId: next.id }, { replace: true })
    },
    [messages, messageId, selection, go],
  )
  const chooseDown = useCallback(() => chooseNext(1), [chooseNext])
  const chooseUp = useCallback(() => chooseNext(-1), [chooseNext])

  useShortcut('choose', choose)
  useShortcut('delete', removeThem)
  useShortcut('unread', markUnread)
  useShortcut('chooseDown', chooseDown)
  useShortcut('chooseUp', chooseUp)
  useShortcut('chooseAll', selection.chooseLoaded)
  useShortcut('stopChoosing', selection.isOn ? selection.clear : undefined)
}

// The shortcuts that move between messages and panes.

import { useCallback } from 'react'
import type { Summary } from '../../src/wire/summary.js'
import { home } from '../place/place.js'
import type { Going } from '../place/use-place.js'
import { useShortcut } from './handlers.js'

interface Moving {
  readonly going: Going
  readonly messages: readonly Summary[]
  readonly isChoosing: boolean
}

export function useFrameShortcuts({ going: { place, go }, messages, isChoosing }: Moving): void {
  const { messageId } = place
  const move = useCallback(
    (by: 1 | -1): void => {
      const at = messages.findIndex(({ id }) => id === messageId)
      const next = messages[at < 0 ? 0 : at + by]
      if (next) go({ messageId: next.id }, { replace: messageId !== '' })
    },
    [messages, messageId, go],
  )
  const next = useCallback(() => move(1), [move])
  const previous = useCallback(() => move(-1), [move])
  const close = useCallback(() => go({ messageId: '', tab: 'preview' }), [go])
  const goHome = useCallback(() => go(home), [go])
  const goUnread = useCallback(() => go({ ...home, q: 'is:unread' }), [go])
  useShortcut('next', next)
  useShortcut('previous', previous)
  useShortcut('close', isChoosing || messageId === '' ? undefined : close)
  useShortcut('goInbox', goHome)
  useShortcut('goUnread', goUnread)
  useShortcut('search', focusSearch)
}

const focusSearch = (): void => document.querySelector<HTMLInputElement>('[data-focus="search"]')?.focus()

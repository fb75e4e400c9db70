// Which messages of the list are chosen to have something done to them.

import { useCallback, useMemo, useState } from 'react'
import type { Summary } from '../../src/wire/summary.js'

export interface Selection {
  readonly ids: ReadonlySet<string>
  /** everything that the list shows, loaded or not */
  readonly isWhole: boolean
  /** boxes are shown and a click chooses */
  readonly isOn: boolean
  readonly toggle: (id: string) => void
  /** Chooses everything between the message that was chosen last and this one. */
  readonly extendTo: (id: string) => void
  readonly chooseLoaded: () => void
  readonly chooseWhole: () => void
  readonly begin: () => void
  readonly clear: () => void
}

interface State {
  readonly ids: ReadonlySet<string>
  readonly anchor: string
  readonly isWhole: boolean
  readonly isOn: boolean
}

const nothing: State = { ids: new Set(), anchor: '', isWhole: false, isOn: false }

export function useSelection(messages: readonly Summary[]): Selection {
  const [state, setState] = useState(nothing)
  const toggle = useCallback((id: string) => setState((now) => toggled(now, id)), [])
  const extendTo = useCallback((id: string) => setState((now) => extended(now, id, messages)), [messages])
  const chooseLoaded = useCallback(
    () => setState((now) => ({ ...now, isOn: true, ids: new Set(messages.map(({ id }) => id)) })),
    [messages],
  )
  const chooseWhole = useCallback(() => setState((now) => ({ ...now, isOn: true, isWhole: true })), [])
  const begin = useCallback(() => setState((now) => ({ ...now, isOn: true })), [])
  const clear = useCallback(() => setState(nothing), [])
  return useMemo(() => {
    const here = new Set(messages.filter(({ id }) => state.ids.has(id)).map(({ id }) => id))
    return { ...state, ids: here, toggle, extendTo, chooseLoaded, chooseWhole, begin, clear }
  }, [messages, state, toggle, extendTo, chooseLoaded, chooseWhole, begin, clear])
}

function toggled(now: State, id: string): State {
  const ids = new Set(now.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchor: id, isWhole: false, isOn: ids.size > 0 }
}

function extended(now: State, id: string, messages: readonly Summary[]): State {
  const from = messages.findIndex((message) => message.id === now.anchor)
  const to = messages.findIndex((message) => message.id === id)
  if (from < 0 || to < 0) return toggled(now, id)
  const between = messages.slice(Math.min(from, to), Math.max(from, to) + 1).map((message) => message.id)
  return { ...now, ids: new Set([...now.ids, ...between]), isOn: true, isWhole: false }
}

// The line between two panes: dragged, or moved with the arrow keys (WAI-ARIA window splitter).

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'

interface SplitterProps {
  readonly label: string
  /** pixels of the pane before it */
  readonly width: number
  /** least and most pixels */
  readonly within: readonly [number, number]
  readonly onChange: (width: number) => void
}

const step = 16

export function Splitter({ label, width, within: [least, most], onChange }: SplitterProps): ReactNode {
  const [grip, setGrip] = useState<{ readonly x: number; readonly width: number }>()
  const resize = (next: number): void => onChange(Math.round(Math.min(most, Math.max(least, next))))
  const take = (event: PointerEvent<HTMLElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setGrip({ x: event.clientX, width })
  }
  const byKey = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft') resize(width - step)
    if (key === 'ArrowRight') resize(width + step)
    if (key === 'Home') resize(least)
    if (key === 'End') resize(most)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: hr cannot be moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className="splitter"
      data-moving={grip ? '' : undefined}
      onKeyDown={byKey}
      onPointerDown={take}
      onPointerMove={({ clientX }) => grip && resize(grip.width + clientX - grip.x)}
      onPointerUp={() => setGrip(undefined)}
      onPointerCancel={() => setGrip(undefined)}
    />
  )
}

// How far long work has come, on a terminal that a person watches; nothing elsewhere.

import type { Terminal } from './terminal.js'

export interface Progress {
  /** Shows the text in place of the last one, at most ten times a second. */
  show(text: string): void
  /** Wipes it away, so that other lines can be written. */
  clear(): void
}

const pause = 100

export function progressOn(terminal: Terminal, now: () => number = Date.now): Progress {
  let shownAt = Number.NEGATIVE_INFINITY
  let isShown = false
  return {
    show: (text) => {
      if (!terminal.isWatched || now() - shownAt < pause) return
      shownAt = now()
      isShown = true
      terminal.draw(`\r\u001b[K${text.slice(0, terminal.width - 1)}`)
    },
    clear: () => {
      if (isShown) terminal.draw('\r\u001b[K')
      isShown = false
    },
  }
}

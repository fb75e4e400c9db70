// Signals that ask this process to stop, for a command that passes them on to another.

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const
type PassedOn = (typeof passedOn)[number]

export interface Signals {
  /** From now on signals do not end this process by themselves. Returns what takes the listener away again. */
  listen(listener: (signal: PassedOn) => void): () => void
}

export interface SignalEmitter {
  on(signal: PassedOn, listener: (signal: PassedOn) => void): unknown
  off(signal: PassedOn, listener: (signal: PassedOn) => void): unknown
}

/** @param isTyped a terminal gives Ctrl-C to the whole group; passed on as well, the command would get it twice */
export const signalsOf = (source: SignalEmitter, isTyped: boolean): Signals => ({
  listen: (listener) => {
    const hear = (signal: PassedOn): void => {
      const isFromTerminal = isTyped && (signal === 'SIGINT' || signal === 'SIGQUIT')
      if (!isFromTerminal) listener(signal)
    }
    for (const signal of passedOn) source.on(signal, hear)
    return () => {
      for (const signal of passedOn) source.off(signal, hear)
    }
  },
})

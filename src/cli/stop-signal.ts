// The wish to stop: SIGTERM, SIGINT (Ctrl-C) or SIGHUP.

type StopSignal = 'SIGTERM' | 'SIGINT' | 'SIGHUP'
const numbers: Readonly<Record<StopSignal, number>> = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

// npm passes Ctrl-C on to a child that the terminal has already told, so one wish may come twice.
const sameWish = 500

export interface SignalSource {
  on(signal: StopSignal, listener: (signal: StopSignal) => void): unknown
  exit(code: number): unknown
}

/** Resolves with the first signal. A second one, half a second later or more, ends the process at once. */
export function stopSignal(source: SignalSource, now: () => number = Date.now): Promise<StopSignal> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    const listener = (signal: StopSignal): void => {
      if (askedAt === undefined) {
        askedAt = now()
        resolve(signal)
      } else if (now() - askedAt >= sameWish) source.exit(128 + numbers[signal])
    }
    source.on('SIGTERM', listener)
    source.on('SIGINT', listener)
    source.on('SIGHUP', listener)
  })
}

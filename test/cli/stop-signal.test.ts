import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { stopSignal } from '#mailhold/cli/stop-signal.js'

/** A process that only takes signals and notes with which code it would have ended. */
class SignalSource extends EventEmitter {
  readonly codes: number[] = []
  exit(code: number): void {
    this.codes.push(code)
  }
}

describe('a wish to stop', () => {
  it('is the first signal', async () => {
    const source = new SignalSource()
    const asked = stopSignal(source)

    source.emit('SIGTERM', 'SIGTERM')

    expect(await asked).toBe('SIGTERM')
    expect(source.codes).toEqual([])
  })

  it('may come twice at nearly the same time, as under npm', () => {
    const source = new SignalSource()
    let now = 0
    stopSignal(source, () => now)

    source.emit('SIGINT', 'SIGINT')
    now = 100
    source.emit('SIGINT', 'SIGINT')

    expect(source.codes).toEqual([])
  })

  it('that is repeated later ends the process at once', () => {
    const source = new SignalSource()
    let now = 0
    stopSignal(source, () => now)

    source.emit('SIGTERM', 'SIGTERM')
    now = 500
    source.emit('SIGINT', 'SIGINT')

    expect(source.codes).toEqual([130])
  })
})

// Clients that come while the process is busy: the system takes their connections ahead of it.

import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from './running-server.js'

/** What the system lets anybody have; the least where it does not say. */
function mostOfSystem(): number {
  try {
    return Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8'))
  } catch {
    return 128
  }
}

test.each(['smtp', 'pop3', 'http'] as const)(
  '%s: hundreds come in one moment, and all are taken',
  async (protocol) => {
    const { ready, process, stop } = await startServer()
    const sockets: Socket[] = []
    onTestFinished(async () => {
      process.kill('SIGCONT')
      for (const socket of sockets) socket.destroy()
      await stop()
    })
    const count = Math.min(800, mostOfSystem())
    let taken = 0
    process.kill('SIGSTOP')
    for (let n = 0; n < count; n += 1) {
      sockets.push(connect(ready[protocol]?.port ?? 0, '127.0.0.1', () => (taken += 1)))
    }

    await expect.poll(() => taken, { timeout: 4000 }).toBe(count)
  },
)

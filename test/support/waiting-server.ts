// A server for all tests of a file, with what is asked of waits and assertions.

import { afterAll, beforeAll } from 'vitest'
import { startServer, type TestServer } from './http.js'
import { type Waits, waits } from './waits.js'

export interface WaitingServer {
  readonly server: TestServer
  readonly api: Waits
}

/** Runs from before the first test of the file until after its last. */
export function waitingServer(): WaitingServer {
  let started: TestServer | undefined
  const server = (): TestServer => {
    if (!started) throw new Error('the server starts before the tests')
    return started
  }
  beforeAll(async () => {
    started = await startServer()
  })
  afterAll(() => started?.mailhold.stop())
  return {
    get server() {
      return server()
    },
    get api() {
      return waits(server())
    },
  }
}

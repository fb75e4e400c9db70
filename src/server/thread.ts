// A Mailhold in a thread: told its options, it tells where it listens, and stops when it is told anything.

import { parentPort, workerData } from 'node:worker_threads'
import { startMailhold } from '../app/start.js'
import type { ThreadAnswer } from './thread-answer.js'

const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer)

try {
  const { url, smtp, pop3, listeners, stop } = await startMailhold(workerData)
  parentPort?.once('message', () => {
    // the thread ends by itself when nothing is open any more
    stop().then(
      () => tell({ kind: 'stopped' }),
      (error: unknown) => tell({ kind: 'failed', text: String(error) }),
    )
  })
  tell({ kind: 'started', running: { url, smtp, pop3, listeners } })
} catch (error) {
  tell({ kind: 'failed', text: error instanceof Error ? error.message : String(error) })
}

// The main thread's side of one parser thread: pieces go in, answers come back in the same order.

import { Worker } from 'node:worker_threads'
import type { ParserAnswer, ParserRequest } from './messages.js'

/** A piece of work together with who waits for it. */
export interface Piece {
  readonly request: Exclude<ParserRequest, { kind: 'forget' }>
  /** the whole of its job, so that any thread can do it, and do it again */
  readonly whole: boolean
  answered: boolean
  /** given to a second thread because the first is slow */
  moved: boolean
  /** milliseconds that earlier pieces of its job took */
  spent(elapsed: number): number
  readonly budget: number
  resolve(answer: ParserAnswer): void
  reject(reason: Error): void
}

export interface ThreadHandle {
  /** pieces posted and not answered, oldest first */
  readonly posted: readonly Piece[]
  /** milliseconds for which the oldest has been worked on */
  busyFor(now: number): number
  post(piece: Piece): void
  forget(job: number): void
  /** Ends the thread; the posted pieces are the caller's to answer. */
  terminate(): Promise<void>
}

/** Enough for any message that keeps to the index's limits; a thread that needs more is given up like a slow one. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 }

/** @param onAnswer called after each answer; @param onDeath when the thread ended by itself */
export function startThread(onAnswer: () => void, onDeath: (error: Error) => void): ThreadHandle {
  const worker = new Worker(new URL('./thread.js', import.meta.url), {
    name: 'mailhold-parser',
    resourceLimits,
    // a thread would take over what the process was told, such as --input-type
    execArgv: [],
  })
  const posted: Piece[] = []
  let headSince = 0
  let ready = false
  let ended = false
  worker.unref()
  worker.on('message', (answer: ParserAnswer) => {
    const now = performance.now()
    if (answer.kind === 'ready') {
      ready = true
      headSince = now
      return
    }
    const piece = posted.shift()
    piece?.spent(now - headSince)
    headSince = now
    if (piece && !piece.answered) {
      piece.answered = true
      piece.resolve(answer)
    }
    onAnswer()
  })
  const die = (error: Error) => {
    if (ended) return
    ended = true
    onDeath(error)
  }
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`the parser thread ended with code ${code}`)))
  return {
    posted,
    busyFor: (now) => (ready && posted.length > 0 ? now - headSince : 0),
    post(piece) {
      if (posted.length === 0) headSince = performance.now()
      posted.push(piece)
      worker.postMessage(piece.request)
    },
    forget: (job) => worker.postMessage({ kind: 'forget', job } satisfies ParserRequest),
    async terminate() {
      ended = true
      await worker.terminate()
    },
  }
}

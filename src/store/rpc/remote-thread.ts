// The main thread's end of a store thread: calls go out, replies come back in batches, and a thread that dies is told of.

import { type Transferable, Worker } from 'node:worker_threads'
import { MailholdError } from '../../model/errors.js'
import { asError, type Batch, type Reply, type Request } from './messages.js'

export interface RemoteThreadOptions<Note> {
  readonly name: string
  readonly url: URL
  readonly workerData: unknown
  /** called before the replies of its batch are given out */
  readonly onNote?: (note: Note) => void
  /** called when a thread was started, now or again after a death; what it calls arrives first */
  readonly onStart?: () => void
  readonly onDeath: (error: Error) => void
}

interface Waiting {
  readonly worker: Worker
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** A thread that is started by its first call, and again by the first call after its death. */
export class RemoteThread<
  Offered extends { [Name in keyof Offered]: (...args: never[]) => unknown },
  Note = never,
> {
  readonly #options: RemoteThreadOptions<Note>
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #isEnded = false
  #lastId = 0

  constructor(options: RemoteThreadOptions<Note>) {
    this.#options = options
  }

  /**
   * Asks the thread; `transfer` names buffers that it takes over.
   * @throws MailholdError what the thread threw, or `storeFailed` when it died meanwhile
   */
  call<Name extends keyof Offered & string>(
    name: Name,
    args: Parameters<Offered[Name]>,
    transfer: readonly Transferable[] = [],
  ): Promise<ReturnType<Offered[Name]>> {
    if (this.#isEnded) return Promise.reject(new MailholdError('stopping', 'the store is closed'))
    const worker = this.start()
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      // The thread's handler of that name made the value, so it has that type.
      this.#waiting.set(id, {
        worker,
        resolve: (value) => resolve(value as ReturnType<Offered[Name]>),
        reject,
      })
      try {
        worker.postMessage({ id, call: name, args } satisfies Request, transfer)
      } catch (error) {
        this.#waiting.delete(id)
        reject(error)
      }
    })
  }

  /** Ends a thread that has nothing to lose, at once. */
  async terminate(): Promise<void> {
    this.#isEnded = true
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  /** Makes the last call, after which the thread ends by itself; resolves when it has ended. */
  async finish<Name extends keyof Offered & string>(
    name: Name,
    args: Parameters<Offered[Name]>,
  ): Promise<void> {
    const worker = this.start()
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    const last = this.call(name, args)
    this.#isEnded = true
    await last
    await ended
  }

  /** Starts the thread unless it runs. */
  start(): Worker {
    if (this.#worker) return this.#worker
    const { name, url, workerData, onStart } = this.#options
    const worker = new Worker(url, { name, workerData, execArgv: [] })
    worker.on('message', (batch: Batch<Note>) => this.#receive(batch))
    worker.on('error', (error) => this.#died(worker, error))
    worker.on('exit', (code) => this.#died(worker, new Error(`${name} ended with code ${code}`)))
    this.#worker = worker
    onStart?.()
    return worker
  }

  #receive({ note, replies }: Batch<Note>): void {
    if (note !== undefined) this.#options.onNote?.(note)
    for (const reply of replies) this.#settle(reply)
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.ok) waiting?.resolve(reply.value)
    else waiting?.reject(asError(reply.failure))
  }

  /** Comes once or twice for a death, with the error and with the exit; by then another thread may be running. */
  #died(worker: Worker, error: Error): void {
    const wasRunning = this.#worker === worker
    if (wasRunning) this.#worker = undefined
    for (const [id, waiting] of this.#waiting) {
      if (waiting.worker !== worker) continue
      this.#waiting.delete(id)
      waiting.reject(
        new MailholdError('storeFailed', 'the store had to be opened again; try again', {}, { cause: error }),
      )
    }
    if (wasRunning && !this.#isEnded) this.#options.onDeath(error)
  }
}

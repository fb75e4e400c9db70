// Shares parsing among threads so that a message that takes long delays nobody else, and gives it up after its time.

import type { Found, ParserAnswer } from './messages.js'
import { type Piece, startThread, type ThreadHandle } from './thread-handle.js'

/** Pieces posted to a thread before it answered: one under work, one behind it, so that it never idles. */
const depth = 2
/** A thread whose piece takes longer than this is passed over, and another one is started. */
const slowAfter = 40
const watchEvery = 10

/** Why a message has no facts of its own: its time ran out, or its thread was given up for another's sake. */
export class ParserGaveUp extends Error {
  override readonly name = 'ParserGaveUp'
}

export interface IndexJob {
  /** Takes one piece of the message; resolves when the next may come. The octets are copied. */
  feed(octets: Uint8Array): Promise<void>
  /** Gives the last piece, and the envelope's recipients. Rejects with ParserGaveUp. */
  end(octets: Uint8Array, recipients: readonly string[]): Promise<Found>
  forget(): void
}

export interface SafeHtmlOptions {
  readonly cidImages: ReadonlyMap<string, string>
  readonly remoteImages: boolean
  readonly scheme?: 'light' | 'dark'
}

export interface ParserPool {
  /** Begins the first thread if there is none, so that the first message need not wait for it. */
  prepare(): void
  index(options: { readonly smtpUtf8: boolean }): IndexJob
  safeHtml(html: string, options: SafeHtmlOptions): Promise<{ html: string; remoteBlocked: number }>
  decodeText(octets: Uint8Array, charset: string | undefined): Promise<string>
  close(): Promise<void>
}

export interface ParserPoolOptions {
  /** threads that share the work while none of them is slow; more of them than free cores only get in each other's way */
  readonly usualThreads: number
  /** where it is more, one of them is for messages that come in pieces, so that small ones never stand behind those */
  readonly maxThreads: number
  /** milliseconds of work that one message may take, and more for each further 8 MB */
  readonly budget: number
}

interface Job {
  readonly id: number
  spent: number
  octets: number
  thread: ThreadHandle | undefined
  gaveUp: ParserGaveUp | undefined
}

export function createParserPool(options: ParserPoolOptions): ParserPool {
  return new Pool(options)
}

class Pool implements ParserPool {
  readonly #options: ParserPoolOptions
  readonly #threads: ThreadHandle[] = []
  readonly #jobs = new Map<number, Job>()
  /** takes the messages that come in pieces; begun with the first of them */
  #large: ThreadHandle | undefined
  #waiting: Piece[] = []
  #watch: NodeJS.Timeout | undefined
  #lastJob = 0

  constructor(options: ParserPoolOptions) {
    this.#options = options
  }

  prepare(): void {
    if (this.#threads.length === 0) this.#start()
  }

  index({ smtpUtf8 }: { readonly smtpUtf8: boolean }): IndexJob {
    const job = this.#job()
    let pieces = 0
    const send = async (octets: Uint8Array, last?: readonly string[]): Promise<ParserAnswer> => {
      const whole = last !== undefined && pieces === 0
      pieces += 1
      const request = { kind: 'feed', job: job.id, smtpUtf8, octets, last } as const
      return this.#send(job, request, whole)
    }
    return {
      feed: async (octets) => {
        await send(octets)
      },
      end: async (octets, recipients) => {
        try {
          const answer = await send(octets, recipients)
          if (answer.kind === 'found') return answer.found
          throw new ParserGaveUp(
            answer.kind === 'failed' ? answer.reason : `unexpected answer ${answer.kind}`,
          )
        } finally {
          this.#jobs.delete(job.id)
        }
      },
      forget: () => {
        job.thread?.forget(job.id)
        this.#jobs.delete(job.id)
      },
    }
  }

  async safeHtml(html: string, options: SafeHtmlOptions): Promise<{ html: string; remoteBlocked: number }> {
    const answer = await this.#once((job) => ({ kind: 'safeHtml', job, html, ...options }))
    if (answer.kind === 'safe') return { html: answer.html, remoteBlocked: answer.remoteBlocked }
    throw unexpected(answer)
  }

  async decodeText(octets: Uint8Array, charset: string | undefined): Promise<string> {
    const answer = await this.#once((job) => ({ kind: 'decodeText', job, octets, charset }))
    if (answer.kind === 'text') return answer.text
    throw unexpected(answer)
  }

  async close(): Promise<void> {
    clearInterval(this.#watch)
    const threads = this.#threads.splice(0)
    const left = [...this.#waiting, ...threads.flatMap((thread) => thread.posted)]
    this.#waiting = []
    await Promise.all(threads.map((thread) => thread.terminate()))
    for (const piece of left) settle(piece, 'Mailhold is stopping')
  }

  async #once(request: (job: number) => Piece['request']): Promise<ParserAnswer> {
    const job = this.#job()
    try {
      return await this.#send(job, request(job.id), true)
    } finally {
      this.#jobs.delete(job.id)
    }
  }

  #job(): Job {
    this.#lastJob += 1
    const job: Job = { id: this.#lastJob, spent: 0, octets: 0, thread: undefined, gaveUp: undefined }
    this.#jobs.set(job.id, job)
    return job
  }

  #send(job: Job, request: Piece['request'], whole: boolean): Promise<ParserAnswer> {
    if (job.gaveUp) return Promise.reject(job.gaveUp)
    return new Promise((resolve, reject) => {
      const spent = (elapsed: number) => {
        job.spent += elapsed
        return job.spent
      }
      this.#waiting.push({
        request,
        whole,
        answered: false,
        moved: false,
        spent,
        budget: this.#budget(job, request),
        resolve,
        reject,
      })
      this.#dispatch()
    })
  }

  /** A longer message may take longer: the same time again for each further 8 MB. */
  #budget(job: Job, request: Piece['request']): number {
    if (request.kind === 'feed') job.octets += request.octets.length
    return this.#options.budget * (1 + Math.floor(job.octets / 8_000_000))
  }

  #dispatch(): void {
    this.#watch ??= setInterval(() => this.#tick(), watchEvery).unref()
    const left: Piece[] = []
    // Small messages first: a piece of a large one is soon followed by the next.
    // What was answered meanwhile is passed over, its octets are the store's by now.
    const waiting = this.#waiting.filter((piece) => !piece.answered)
    const whole = waiting.filter((piece) => piece.whole)
    const parts = waiting.filter((piece) => !piece.whole)
    for (const piece of [...whole, ...parts]) if (!this.#place(piece)) left.push(piece)
    this.#waiting = left
  }

  /** Pieces of one message go to the thread that has its beginning; whole ones to whichever is free. */
  #place(piece: Piece): boolean {
    const job = this.#jobs.get(piece.request.job)
    const thread = job?.thread ?? (piece.whole ? this.#freeThread() : this.#largeThread())
    if (!thread || thread.posted.length >= depth) return false
    if (job && !piece.whole) job.thread = thread
    thread.post(piece)
    return true
  }

  #freeThread(): ThreadHandle | undefined {
    const now = performance.now()
    const { usualThreads, maxThreads } = this.#options
    const prompt = this.#threads.filter((thread) => thread.busyFor(now) < slowAfter)
    const usual = prompt.filter((thread) => thread !== this.#large).slice(0, usualThreads)
    const best = leastBusy(usual)
    if (best) return best
    if (usual.length < usualThreads && this.#threads.length < maxThreads) return this.#start()
    return usual.length < usualThreads ? leastBusy(prompt) : undefined
  }

  /** A message that comes in pieces goes elsewhere only while another one holds up the thread for them. */
  #largeThread(): ThreadHandle | undefined {
    const { usualThreads, maxThreads } = this.#options
    if (maxThreads <= usualThreads) return this.#freeThread()
    if (!this.#large && this.#threads.length < maxThreads) this.#large = this.#start()
    const isPrompt = this.#large && this.#large.busyFor(performance.now()) < slowAfter
    return isPrompt ? this.#large : this.#freeThread()
  }

  #start(): ThreadHandle {
    const thread: ThreadHandle = startThread(
      () => this.#dispatch(),
      (error) => this.#lose(thread, error.message),
    )
    this.#threads.push(thread)
    return thread
  }

  #tick(): void {
    const now = performance.now()
    for (const thread of [...this.#threads]) {
      const head = thread.posted[0]
      const busy = thread.busyFor(now)
      if (head && head.spent(0) + busy > head.budget) this.#giveUp(thread)
      else if (busy > slowAfter) this.#moveBehind(thread)
    }
    this.#dispatch()
    if (this.#jobs.size > 0) return
    clearInterval(this.#watch)
    this.#watch = undefined
  }

  /** Whole pieces behind a slow one are given to another thread too; the first answer counts. */
  #moveBehind(thread: ThreadHandle): void {
    for (const piece of thread.posted.slice(1)) {
      if (!piece.whole || piece.answered || piece.moved) continue
      piece.moved = true
      this.#waiting.unshift(piece)
    }
  }

  #isElsewhere(piece: Piece): boolean {
    return this.#waiting.includes(piece) || this.#threads.some(({ posted }) => posted.includes(piece))
  }

  #giveUp(thread: ThreadHandle): void {
    const head = thread.posted[0]
    if (head) settle(head, `reading it took more than ${this.#options.budget} ms`)
    void thread.terminate()
    this.#lose(thread, 'another message took its thread down')
  }

  /** Whole pieces are done again elsewhere; a message whose beginning is lost is given up. */
  #lose(thread: ThreadHandle, reason: string): void {
    const at = this.#threads.indexOf(thread)
    if (at >= 0) this.#threads.splice(at, 1)
    if (this.#large === thread) this.#large = undefined
    for (const piece of thread.posted) {
      if (piece.answered || this.#isElsewhere(piece)) continue
      if (piece.whole && piece !== thread.posted[0]) this.#waiting.unshift(piece)
      else settle(piece, reason)
    }
    for (const job of this.#jobs.values()) {
      if (job.thread === thread) job.gaveUp = new ParserGaveUp(reason)
    }
    this.#dispatch()
  }
}

const leastBusy = (threads: readonly ThreadHandle[]): ThreadHandle | undefined =>
  threads.filter(({ posted }) => posted.length < depth).sort((a, b) => a.posted.length - b.posted.length)[0]

const settle = (piece: Piece, reason: string): void => {
  if (piece.answered) return
  piece.answered = true
  piece.reject(new ParserGaveUp(reason))
}

const unexpected = (answer: ParserAnswer): ParserGaveUp =>
  new ParserGaveUp(answer.kind === 'failed' ? answer.reason : `unexpected answer ${answer.kind}`)

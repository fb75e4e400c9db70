// The writer: takes what waits, commits it together, tells, and keeps house in between.

import { join } from 'node:path'
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import type { Change } from '../../model/change.js'
import { MailholdError } from '../../model/errors.js'
import { isFull } from '../failure.js'
import { asFailure, type Batch, type Reply, type Request } from '../rpc/messages.js'
import { type Ballast, noBallast, openBallast } from './ballast.js'
import type { Notice, Opened, Room, WriterNote, WriterOptions } from './calls.js'
import { groupRunner, type Outcome, type RunGroup } from './group.js'
import { givesRoom, handlers } from './handlers.js'
import { createPurge, type Purge } from './purge.js'
import { Queue } from './queue.js'
import { createRetention, type Retention } from './retention.js'
import { shrinker } from './shrink.js'
import { Ledger, openTables, type Work } from './work.js'

/** How often retention looks at ages; counts and sizes are looked at after every commit. */
const retainEvery = 30_000

/** How long housekeeping rests after it failed; mail is taken in all the same. */
const restAfterFailure = 10_000

export class Writer {
  readonly #db: Database
  readonly #port: MessagePort
  readonly #work: Work
  readonly #retention: Retention
  readonly #purge: Purge
  readonly #ballast: Ballast
  readonly #shrink: () => boolean
  readonly #runGroup: RunGroup
  readonly #handlers: { readonly [call: string]: ((...args: never[]) => unknown) | undefined }
  readonly #queue = new Queue()
  #notices: Notice[] = []
  #retainedAt = 0
  #houseRestsUntil = 0
  #isClosing = false

  constructor(db: Database, port: MessagePort, options: WriterOptions) {
    const tables = openTables(db)
    this.#db = db
    this.#port = port
    this.#work = { tables, ledger: new Ledger(tables), bodies: new Map() }
    this.#retention = createRetention(this.#work, options.retention)
    this.#purge = createPurge(db, this.#work)
    this.#ballast = options.durable ? openBallast(join(options.folder, 'ballast')) : noBallast
    this.#shrink = shrinker(db)
    this.#runGroup = groupRunner(db, this.#work.ledger)
    this.#handlers = handlers(this.#work, this.#retention)
    db.transaction(() => tables.chunks.abandonAllPending()).immediate()
  }

  /** What the main thread must know at the start; `announced` is what it told everybody already. */
  opened(announced: number | undefined): Opened {
    const { changes, meta } = this.#work.tables
    const missed = announced === undefined ? [] : changes.after(announced, Number.MAX_SAFE_INTEGER)
    return {
      name: meta.name(),
      newestSeq: changes.newestSeq(),
      missed: missed === 'tooOld' ? [] : missed,
    }
  }

  receive(request: Request): void {
    this.#queue.add(request)
    this.#drain()
    this.#run()
  }

  /** Does what can be done while nobody waits; called from time to time. */
  idle(): void {
    if (!this.#isClosing) this.#run()
  }

  #run(): void {
    for (;;) {
      const close = this.#queue.takeClose()
      if (close) {
        this.#close(close)
        return
      }
      if (!this.#queue.isEmpty) this.#commitGroup(this.#queue.take())
      const more = this.#keepHouse()
      this.#drain()
      if (!more && this.#queue.isEmpty) return
    }
  }

  #drain(): void {
    for (;;) {
      const waiting: { readonly message: Request } | undefined = receiveMessageOnPort(this.#port)
      if (!waiting) return
      this.#queue.add(waiting.message)
    }
  }

  #commitGroup(requests: readonly Request[]): void {
    const { outcomes, changes } = this.#runGroup(requests.map((request) => () => this.#handle(request)))
    const announced: Change[] = [...changes]
    const final = requests.map((request, at) => this.#settle(request, outcomes[at], announced))
    if (changes.length < announced.length || changes.some(({ kind }) => kind === 'deleted'))
      this.#purge.wake()
    const replies = requests.map((request, at) => asReply(request, final[at]))
    this.#post(announced, replies)
  }

  #handle({ call, args }: Request): unknown {
    const handler = this.#handlers[call]
    if (!handler) throw new MailholdError('storeFailed', `the writer knows no ${call}`)
    // The main thread's calls are typed by the same list of handlers.
    return handler(...(args as never[]))
  }

  /** Second chances and what follows from the outcome of one request. */
  #settle(request: Request, outcome: Outcome | undefined, announced: Change[]): Outcome | undefined {
    const { bodies } = this.#work
    const body =
      request.call === 'keep' ? request.args[1] : request.call === 'discard' ? request.args[0] : undefined
    if (outcome?.ok) {
      if (typeof body === 'number') bodies.delete(body)
      if (request.call === 'discard') this.#purge.wake()
      return outcome
    }
    if (!outcome || !isFull(outcome.error) || !givesRoom.has(request.call) || !this.#ballast.release())
      return outcome
    this.#notice('the disk is full; the ballast was given up so that mail can be deleted')
    const again = this.#runGroup([() => this.#handle(request)])
    announced.push(...again.changes)
    return again.outcomes[0]
  }

  /** A slice of everything that nobody waits for; true when there is more. */
  #keepHouse(): boolean {
    if (Date.now() < this.#houseRestsUntil) return false
    try {
      const retaining = this.#retain()
      const purging = this.#purge.step()
      if (retaining || purging) return true
      if (!this.#queue.isEmpty) return false
      return this.#shrink() || this.#ballast.step()
    } catch (error) {
      if (isFull(error) && this.#ballast.release()) return true
      this.#notice('tidying up failed and is tried again later', { error: String(error) })
      this.#houseRestsUntil = Date.now() + restAfterFailure
      return false
    }
  }

  #retain(): boolean {
    const due = Date.now() - this.#retainedAt >= retainEvery
    if (!due && (!this.#retention.isOver() || this.#retention.stuck)) return false
    this.#retainedAt = Date.now()
    let more = false
    const { outcomes, changes } = this.#runGroup([
      () => {
        more = this.#retention.step(Date.now()).more
      },
    ])
    if (changes.length > 0) {
      this.#purge.wake()
      this.#post(changes, [])
    }
    return outcomes[0]?.ok === true && more
  }

  #close({ id }: Request): void {
    this.#isClosing = true
    this.#db.pragma('wal_checkpoint(truncate)')
    this.#db.close()
    this.#post([], [{ id, ok: true, value: undefined }])
    this.#port.close()
  }

  #notice(text: string, facts: Notice['facts'] = {}): void {
    this.#notices.push({ text, facts })
  }

  #post(changes: readonly Change[], replies: readonly Reply[]): void {
    const note: WriterNote = { changes, room: this.#room(), notices: this.#notices }
    this.#notices = []
    this.#port.postMessage({ note, replies } satisfies Batch<WriterNote>)
  }

  #room(): Room {
    const reusable = this.#db.open ? Number(this.#db.pragma('freelist_count', { simple: true })) * 4096 : 0
    const { size, missing } = this.#ballast
    return { reusable, ballast: size, ballastMissing: missing, over: this.#retention.stuck }
  }
}

function asReply({ id }: Request, outcome: Outcome | undefined): Reply {
  if (outcome?.ok) return { id, ok: true, value: outcome.value }
  const error = outcome?.error ?? new MailholdError('storeFailed', 'the store gave no answer')
  return { id, ok: false, failure: asFailure(error) }
}

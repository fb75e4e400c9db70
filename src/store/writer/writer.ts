// The writer: takes what waits, commits it together, tells, and keeps house in between.

import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import type { Change } from '../../model/change.js'
import { MailholdError } from '../../model/errors.js'
import { isFull } from '../failure.js'
import { asFailure, type Batch, type Reply, type Request } from '../rpc/messages.js'
import type { Notice, Opened, WriterNote, WriterOptions } from './calls.js'
import { groupRunner, type Outcome, type RunGroup } from './group.js'
import { givesRoom, handlers } from './handlers.js'
import { House } from './house.js'
import { Queue } from './queue.js'
import { createRetention } from './retention.js'
import { Ledger, openTables, type Work } from './work.js'

export class Writer {
  readonly #db: Database
  readonly #port: MessagePort
  readonly #work: Work
  readonly #house: House
  readonly #runGroup: RunGroup
  readonly #handlers: { readonly [call: string]: ((...args: never[]) => unknown) | undefined }
  readonly #queue = new Queue()
  #notices: Notice[] = []
  #isClosing = false
  #isRoomNews = false

  constructor(db: Database, port: MessagePort, options: WriterOptions) {
    const tables = openTables(db)
    this.#db = db
    this.#port = port
    this.#work = { tables, ledger: new Ledger(tables), bodies: new Map() }
    const retention = createRetention(this.#work, options.retention)
    this.#runGroup = groupRunner(db, this.#work.ledger)
    this.#handlers = handlers(this.#work, retention)
    const house = {
      db,
      work: this.#work,
      retention,
      runGroup: this.#runGroup,
      announce: (changes: readonly Change[]) => this.#post(changes, []),
      notice: (text: string, facts: Notice['facts'] = {}) => this.#notices.push({ text, facts }),
    }
    this.#house = new House(house, options)
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
      const more = this.#house.step(!this.#queue.isEmpty)
      this.#drain()
      if (more) this.#isRoomNews = true
      else if (this.#queue.isEmpty) break
    }
    this.#tellRoom()
  }

  /** Housekeeping makes room; who waits for room hears of it without having to ask for something else. */
  #tellRoom(): void {
    if (this.#isRoomNews) this.#post([], [])
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
      this.#house.wake()
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
      if (request.call === 'discard') this.#house.wake()
      return outcome
    }
    if (!outcome || !isFull(outcome.error) || !givesRoom.has(request.call) || !this.#house.relieve())
      return outcome
    const again = this.#runGroup([() => this.#handle(request)])
    announced.push(...again.changes)
    return again.outcomes[0]
  }

  #close({ id }: Request): void {
    this.#isClosing = true
    this.#house.emptyLog()
    this.#post([], [{ id, ok: true, value: undefined }])
    this.#db.close()
    this.#port.close()
  }

  #post(changes: readonly Change[], replies: readonly Reply[]): void {
    const note: WriterNote = { changes, room: this.#house.room(), notices: this.#notices }
    this.#notices = []
    this.#isRoomNews = false
    this.#port.postMessage({ note, replies } satisfies Batch<WriterNote>)
  }
}

function asReply({ id }: Request, outcome: Outcome | undefined): Reply {
  if (outcome?.ok) return { id, ok: true, value: outcome.value }
  const error = outcome?.error ?? new MailholdError('storeFailed', 'the store gave no answer')
  return { id, ok: false, failure: asFailure(error) }
}

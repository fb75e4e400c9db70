// Live events as an async iterable that survives a broken line.

import type { Events } from '../wire/events.js'
import { NoServer } from './errors.js'
import { readEventStream } from './event-stream.js'
import { type Answer, chunksOf } from './http/answer.js'
import type { Transport } from './transport.js'

export interface WatchRequest {
  readonly inbox?: string
  /** a cursor; absent means from now on */
  readonly after?: string
  /** ends the loop quietly */
  readonly signal?: AbortSignal
}

/** What happened, told apart by `type`; after `resync` some events were missed: read the list again. */
export type LiveEvent = {
  [Type in keyof Events]: { readonly type: Type; readonly data: Events[Type] }
}[keyof Events]

const retryAfter = 1000

/**
 * Watches until `signal` says stop. A broken line is taken up again where it stopped; the first connection is
 * not retried, so that a wrong address is told at once.
 */
export const watchEvents = (transport: Transport) =>
  async function* events(request: WatchRequest = {}): AsyncGenerator<LiveEvent> {
    const { signal } = request
    let cursor = request.after ?? ''
    let isFirst = true
    while (!signal?.aborted) {
      try {
        const answer = await connect(transport, request, cursor)
        isFirst = false
        for await (const { type, data, id } of readEventStream(chunksOf(answer))) {
          cursor = id || cursor
          if (isKnown(type)) yield { type, data: JSON.parse(data) }
        }
      } catch (error) {
        if (signal?.aborted) return
        if (isFirst || !isBroken(error)) throw error
      }
      await pause(retryAfter, signal)
    }
  }

const connect = (transport: Transport, { inbox, signal }: WatchRequest, cursor: string): Promise<Answer> =>
  transport.send('GET', '/v1/events', {
    query: { inbox },
    headers: { accept: 'text/event-stream', ...(cursor === '' ? {} : { 'last-event-id': cursor }) },
    ...(signal ? { signal } : {}),
  })

/** fetch reports a line that broke while the answer was read as a TypeError. */
const isBroken = (error: unknown): boolean => error instanceof NoServer || error instanceof TypeError

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
  })
}

const known: Readonly<Record<keyof Events, true>> = {
  kept: true,
  changed: true,
  deleted: true,
  inbox: true,
  resync: true,
  status: true,
}

/** A newer server may tell more; a client passes over what it does not know. */
const isKnown = (type: string): type is keyof Events => Object.hasOwn(known, type)

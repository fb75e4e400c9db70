// A thread's end of the calls: answers each as it comes.

import type { MessagePort, Transferable } from 'node:worker_threads'
import { asStoreError } from '../failure.js'
import { asFailure, type Batch, type Calls, type Reply, type Request } from './messages.js'

/** A value whose buffers go over to the receiver instead of being copied. */
export class Transferred<Value> {
  readonly value: Value
  readonly buffers: readonly Transferable[]

  constructor(value: Value, buffers: readonly Transferable[]) {
    this.value = value
    this.buffers = buffers
  }
}

/** Answers calls one by one, in order. */
export function serve(port: MessagePort, handlers: Calls): void {
  port.on('message', (request: Request) => {
    const { reply, buffers } = answer(handlers, request)
    port.postMessage({ replies: [reply] } satisfies Batch<never>, buffers)
  })
}

function answer(
  handlers: Calls,
  { id, call, args }: Request,
): { reply: Reply; buffers: readonly Transferable[] } {
  try {
    // Requests are made by RemoteThread, which checks names and arguments against the same handlers.
    const handler = handlers[call] as ((...args: readonly unknown[]) => unknown) | undefined
    if (!handler) throw new Error(`no call named ${call}`)
    const value = handler(...args)
    if (!(value instanceof Transferred)) return { reply: { id, ok: true, value }, buffers: [] }
    return { reply: { id, ok: true, value: value.value }, buffers: value.buffers }
  } catch (error) {
    return { reply: { id, ok: false, failure: asFailure(asStoreError(error)) }, buffers: [] }
  }
}

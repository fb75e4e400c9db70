// The writer's thread: opens the database when it is told to, and from then on does what it is asked.

import { parentPort, workerData } from 'node:worker_threads'
import { MailholdError } from '../model/errors.js'
import { asStoreError } from './failure.js'
import { openDatabase } from './open-database.js'
import { asFailure, type Batch, type Reply, type Request } from './rpc/messages.js'
import type { WriterNote, WriterOptions } from './writer/calls.js'
import { Writer } from './writer/writer.js'

/** How often the writer looks for housekeeping while nothing arrives. */
const idleEvery = 5_000

const port = parentPort
if (!port) throw new Error('this file runs as a thread of the store')
// Made by openStore, which has checked it.
const options = workerData as WriterOptions
let writer: Writer | undefined

port.on('message', (request: Request) => {
  if (request.call !== 'open') {
    if (writer) guarded(() => writer?.receive(request))
    else answer(failed(request, new MailholdError('storeFailed', 'the store could not be opened')))
    return
  }
  answer(open(request))
  // The next call finds no thread and tries again with a new one.
  if (!writer) port.close()
})
const timer = setInterval(() => guarded(() => writer?.idle()), idleEvery)
port.on('close', () => clearInterval(timer))

function open(request: Request): Reply {
  try {
    const db = openDatabase(options.folder, options.durable)
    writer = new Writer(db, port as NonNullable<typeof port>, options)
    const [announced] = request.args
    return {
      id: request.id,
      ok: true,
      value: writer.opened(typeof announced === 'number' ? announced : undefined),
    }
  } catch (error) {
    return failed(request, asStoreError(error))
  }
}

/** What SQLite throws does not survive the way to the main thread; its text must. */
function guarded(act: () => void): void {
  try {
    act()
  } catch (error) {
    throw asStoreError(error)
  }
}

const failed = ({ id }: Request, error: MailholdError): Reply => ({
  id,
  ok: false,
  failure: asFailure(error),
})

function answer(reply: Reply): void {
  port?.postMessage({ replies: [reply] } satisfies Batch<WriterNote>)
}

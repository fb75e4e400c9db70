// A reading thread: a connection that cannot write, and the list of what it answers.

import { parentPort, workerData } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import type { Message } from '../model/message.js'
import { openForReading } from './connection.js'
import type { ReaderCalls, ReaderOptions } from './reader/calls.js'
import { maildropReader } from './reader/maildrop.js'
import { type BodyPiece, pieceReader } from './reader/pieces.js'
import { type StretchRequest, selectionReader } from './reader/selections.js'
import { statsReader } from './reader/stats.js'
import { messageReader } from './reader/whole-message.js'
import { serve, Transferred } from './rpc/serve.js'
import type { WholeMessage } from './store.js'
import { changeReader } from './tables/change.js'
import { inboxReader } from './tables/inbox.js'
import { sessionReader } from './tables/session.js'
import { readTags } from './tables/tag.js'

if (!parentPort) throw new Error('this file runs as a thread of the store')
// Made by openStore.
const { file } = workerData as ReaderOptions
serve(parentPort, handlers(openForReading(file)))

function handlers(db: Database) {
  const selections = selectionReader(db)
  const messages = messageReader(db)
  const pieces = pieceReader(db)
  const maildrops = maildropReader(db)
  const changes = changeReader(db)
  const inboxes = inboxReader(db)
  const tags = readTags(db)
  const sessions = sessionReader(db)
  const stats = statsReader(db)
  // What belongs together is read from one state of the store.
  const inTransaction = db.transaction((read: () => unknown) => read())
  const atOnce =
    <Args extends readonly unknown[], Value>(read: (...args: Args) => Value) =>
    (...args: Args): unknown =>
      inTransaction(() => read(...args))
  return {
    page: atOnce(selections.page),
    wholePage: atOnce((request: StretchRequest, withOctets: boolean) => {
      const found = selections.ids(request)
      const items = found.items.flatMap(({ id }) => messages.byId(id) ?? [])
      if (!withOctets || items.length > fewMessages) return { ...found, items }
      return { ...found, items: items.map((message) => withFewOctets(message, pieces)) }
    }),
    ids: atOnce(selections.ids),
    count: atOnce(selections.count),
    messages: atOnce((ids: Parameters<ReaderCalls['messages']>[0]) =>
      ids.flatMap((id) => messages.byId(id) ?? []),
    ),
    firstPiece: (...args: Parameters<ReaderCalls['firstPiece']>) => handOver(pieces.first(...args)),
    nextPiece: (...args: Parameters<ReaderCalls['nextPiece']>) => handOver(pieces.next(...args)),
    maildrop: atOnce(maildrops.slice),
    changesAfter: atOnce(changes.after),
    inboxes: atOnce(inboxes.all),
    inbox: atOnce(inboxes.named),
    tags: () => tags.all(),
    session: sessions.byId,
    sessions: sessions.newest,
    stats: atOnce(stats.read),
  } satisfies { [Name in keyof ReaderCalls]: (...args: Parameters<ReaderCalls[Name]>) => unknown }
}

/** A wait is nearly always about one message. */
const fewMessages = 3
const fewOctets = 16 * 1024

function withFewOctets(message: Message, pieces: ReturnType<typeof pieceReader>): WholeMessage {
  const { id, size } = message.summary
  const octets = size <= fewOctets ? pieces.first(id, 0, size)?.octets : undefined
  return octets?.byteLength === size ? { ...message, octets } : message
}

const handOver = (piece: BodyPiece | undefined): Transferred<BodyPiece | undefined> =>
  new Transferred(piece, piece ? [piece.octets.buffer] : [])

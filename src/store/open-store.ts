// Opens a store: takes the folder, starts the writer, and puts reading and writing together behind one face.

import { MailholdError } from '../model/errors.js'
import { type Lock, lockFolder } from './face/lock.js'
import { openReading } from './face/reading.js'
import { openSpace } from './face/space.js'
import { usableFolder } from './face/usable-folder.js'
import { startWriter, type WriterEnd } from './face/writer-end.js'
import { openWriting } from './face/writing.js'
import { databaseFile, moveAside } from './open-database.js'
import type { Store, StoreOptions } from './store.js'

/**
 * Opens the store of a folder and holds the folder until `close`.
 * @throws MailholdError `storeInUse`, `storeTooNew`, `storeDamaged` (unless `recover`), `storeFull`, `storeFailed`
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { folder } = options
  usableFolder(folder)
  const lock = lockFolder(folder)
  try {
    return await openLocked(options, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openLocked(options: StoreOptions, lock: Lock): Promise<Store> {
  const { folder, onNotice } = options
  const space = openSpace(folder, () => performance.now())
  const writer = await startOrRecover(options, () => startWriter(options, space))
  const { name } = await writer.opened
  const reading = openReading(databaseFile(folder), (error) =>
    onNotice('a reader died and is opened again', { error: String(error) }),
  )
  const writing = openWriting(writer, reading, space)
  const { idsUpTo: _, close: closeReading, ...read } = reading
  let closing: Promise<void> | undefined

  const close = async (): Promise<void> => {
    await closeReading()
    await writer.thread.finish('close', [])
    lock.release()
  }

  return {
    name,
    location: folder,
    get newestSeq() {
      return writer.newestSeq
    },
    ...writing,
    ...read,
    freeSpace: space.free,
    shortage: space.shortage,
    reserve: space.reserve,
    describeHolder: lock.describeHolder,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

async function startOrRecover(options: StoreOptions, start: () => WriterEnd): Promise<WriterEnd> {
  const writer = start()
  try {
    await writer.opened
    return writer
  } catch (error) {
    await writer.thread.terminate()
    if (!(error instanceof MailholdError && error.code === 'storeDamaged' && options.recover)) throw error
    const aside = moveAside(options.folder, new Date())
    options.onNotice('the damaged database was moved aside and a new one begun', { aside })
    const fresh = start()
    await fresh.opened
    return fresh
  }
}

// Where the store lies: a folder of the user's, or a private temporary one that goes when the process ends.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface DataPlace {
  readonly folder: string
  /** false for a temporary folder: nothing in it needs to survive the machine */
  readonly durable: boolean
  /** Removes a temporary folder; leaves any other alone. Safe to call twice. */
  remove(): void
}

const prefix = 'mailhold-memory-'

/** @param data a folder, or `memory` */
export function choosePlace(data: string): DataPlace {
  if (data !== 'memory') return { folder: resolve(data), durable: true, remove: () => undefined }
  sweep()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    folder,
    durable: false,
    remove() {
      process.off('exit', remove)
      remove()
    },
  }
}

/** Removes what processes that were killed have left behind. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(/^\d+/.exec(name.slice(prefix.length))?.[0])
    if (pid > 0 && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

// A disk of a few megabytes, which really becomes full.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly folder: string
  /** Only root may mount; without it a test is skipped, and this says why. */
  readonly isMounted: boolean
  remove(): void
}

export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]
  const { status, error, stderr } = spawnSync('mount', options, { encoding: 'utf8' })
  const isMounted = status === 0
  if (!isMounted) console.warn(`skipped: a small disk cannot be mounted here: ${error ?? stderr}`)
  return {
    folder,
    isMounted,
    remove() {
      if (isMounted) spawnSync('umount', ['--lazy', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

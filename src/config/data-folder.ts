// Where each platform keeps the data of its programs.

import { posix, win32 } from 'node:path'
import type { Machine } from './option.js'

/** The folder for Mailhold's data: XDG on Unix, Application Support on macOS, local AppData on Windows. */
export function dataFolder({ platform, home, env }: Machine): string {
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'mailhold')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'mailhold')
  // XDG Base Directory Specification: a relative path is to be ignored
  const named = env.XDG_DATA_HOME ?? ''
  return posix.join(named.startsWith('/') ? named : posix.join(home, '.local', 'share'), 'mailhold')
}

// Basic authentication (RFC 7617) with a short memory, because checking a password is slow on purpose.

import { createHmac, randomBytes } from 'node:crypto'

type Verify = (user: string, password: string) => Promise<boolean>

const rememberFor = 5 * 60_000
const rememberAtMost = 100

/** Tells of an Authorization header whether it opens the door. Whatever is wrong, `verify` is asked all the same, so that the time tells nothing. */
export function createPasswordCheck(verify: Verify, now: () => number = Date.now) {
  const key = randomBytes(32)
  const known = new Map<string, number>()
  return async (header: string | undefined): Promise<boolean> => {
    const { user, password } = readBasic(header)
    // only a digest under a key of this process is remembered
    const digest = createHmac('sha256', key).update(`${user}\0${password}`).digest('base64')
    if ((known.get(digest) ?? 0) > now()) return true
    if (!(await verify(user, password)) || user === '') return false
    if (known.size >= rememberAtMost) known.clear()
    known.set(digest, now() + rememberFor)
    return true
  }
}

/** Both are `''` where the header is missing or unreadable. */
export function readBasic(header: string | undefined): { readonly user: string; readonly password: string } {
  const encoded = /^basic +([A-Za-z0-9+/=_-]{1,8000})\s*$/i.exec(header ?? '')?.[1]
  const text = encoded ? Buffer.from(encoded, 'base64').toString('utf8') : ''
  const colon = text.indexOf(':')
  return colon < 0
    ? { user: '', password: '' }
    : { user: text.slice(0, colon), password: text.slice(colon + 1) }
}

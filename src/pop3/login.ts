// From who somebody says they are to an open maildrop: the one way into the TRANSACTION state.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Credentials } from '../lines/sasl.js'
import type { AuthFacts } from '../model/session.js'
import { ok, type Reply, refuse } from './reply.js'
import type { Session, SessionOptions } from './session.js'
import { SessionMaildrop } from './session-maildrop.js'

/** Checks the password, if passwords are on, and opens the maildrop. */
export async function logIn(session: Session, credentials: Credentials, method: string): Promise<Reply> {
  if (!(await isRight(session.options, credentials))) return wrongPassword(session)
  return openFor(session, { method, user: credentials.actAs })
}

/**
 * Opens the maildrop of somebody whose password was right.
 * @throws MailholdError `locked` while another session has it open
 */
export async function openFor(session: Session, auth: AuthFacts): Promise<Reply> {
  const maildrop = new SessionMaildrop(await session.mailroom.openMaildrop(auth.user))
  session.noteLogin(auth, maildrop.name)
  return ok(maildrop.description, { become: { name: 'transaction', maildrop } })
}

/** RFC 3206 §5; not quickly, so that guessing takes long. */
export async function wrongPassword(session: Session): Promise<Reply> {
  await session.penalty()
  return { ...refuse('wrong name or password', 'AUTH'), triesPatience: true }
}

/** Whose password a login needs: `ada` for `ada`, `ada/second` and `inbox:ada`. */
export const userOf = (login: string): string => (login.split('/', 1)[0] ?? '').replace(/^inbox:/i, '')

/** Compares without telling by its time how much was right. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

async function isRight({ verify, secrets }: SessionOptions, credentials: Credentials): Promise<boolean> {
  if (verify === undefined && secrets === undefined) return true
  const { user, actAs, password } = credentials
  // Nobody acts as somebody else where passwords mean something (RFC 4616 §2).
  if (userOf(user) !== userOf(actAs)) return false
  if (verify !== undefined) return verify(userOf(user), password)
  const secret = secrets?.(userOf(user))
  return secret !== undefined && isSame(password, secret)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

// Decides who may: anybody, or those whom the given verifier knows. Passwords go nowhere else.

import type { SMTPServerAuthentication, SMTPServerAuthenticationResponse } from 'smtp-server'
import type { AuthFacts } from '../../model/session.js'
import type { SmtpAuth } from '../options.js'
import { lineText } from '../talk/command-line.js'

/** The answer to one attempt, in smtp-server's form; its `user` becomes the session's. */
export async function checkAuth(
  auth: SmtpAuth,
  attempt: SMTPServerAuthentication,
): Promise<SMTPServerAuthenticationResponse> {
  const user = attempt.username ?? ''
  const facts: AuthFacts = { method: attempt.method, user }
  if (auth.mode === 'accept-any') return { user: facts }
  const secret = attempt.method === 'XOAUTH2' ? attempt.accessToken : attempt.password
  if (auth.mode === 'verify' && (await auth.verify(user, secret ?? ''))) return { user: facts }
  return { message: 'The name or the password is wrong' }
}

/** RFC 2195 §2: the digest stands behind the last blank; smtp-server takes the name to end at the first. */
export function userOfCram(response: Buffer): string {
  const text = Buffer.from(lineText(response), 'base64').toString().trimEnd()
  return text.includes(' ') ? text.slice(0, text.lastIndexOf(' ')) : text
}

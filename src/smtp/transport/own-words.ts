// What smtp-server says by itself, in our words: what is the matter, and what to do about it.

import { authMethods } from '../offered.js'
import { idleTimeoutOf, type SmtpOptions } from '../options.js'
import { internalError, type Reply, reply } from '../reply.js'

export interface Circumstances {
  readonly options: SmtpOptions
  /** that the client named when it last said AUTH, in upper case */
  readonly method: string
}

type Words = (circumstances: Circumstances) => Reply

/** What a response must be, by the method. */
const forms: Readonly<Record<string, string>> = {
  PLAIN: 'NUL, the name, NUL, the password',
  LOGIN: 'the name, without control characters',
  XOAUTH2: 'user=<name>^Aauth=Bearer <token>^A^A',
  'CRAM-MD5': 'the name, a blank, the digest; no control characters',
}

const badInitialResponse: Words = ({ method }) => {
  const takes = method === 'CRAM-MD5' ? 'no initial response' : 'one initial response at most'
  return reply('501 5.5.4', `AUTH ${method} takes ${takes}`)
}

const byTheirs: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['Error: send HELO/EHLO first', () => reply('503 5.5.1', 'Say EHLO or HELO first')],
  [
    'Error: Unrecognized authentication type',
    ({ options }) =>
      reply('504 5.5.4', `AUTH by that method is not offered; use ${authMethods(options).join(' or ')}`),
  ],
  [
    'Error: invalid userdata',
    ({ method }) =>
      reply('501 5.5.2', `The response to AUTH ${method} must be the base64 of: ${forms[method]}`),
  ],
  ['Error: missing username', () => reply('501 5.5.2', 'The name is missing; AUTH LOGIN needs its base64')],
  ['Error: syntax: AUTH PLAIN token', badInitialResponse],
  ['Error: syntax: AUTH LOGIN', badInitialResponse],
  ['Error: syntax: AUTH XOAUTH2 token', badInitialResponse],
  ['Error: syntax: AUTH CRAM-MD5', badInitialResponse],
  ['Error: Username and Password not accepted', () => reply('535 5.7.8', 'The name or the token is wrong')],
  [
    'HTTP requests not allowed',
    () => reply('421 4.7.0', 'This port speaks SMTP; the page and the API are on the port of --http'),
  ],
  [
    'Timeout - closing connection',
    ({ options }) => reply('421 4.4.2', `Nothing came for ${idleTimeoutOf(options) / 1000} seconds; goodbye`),
  ],
  ['Error: internal server error', () => internalError],
])

/** The reply in our words; `undefined` where theirs are as good. */
export const inOwnWords = (theirs: string, circumstances: Circumstances): Reply | undefined =>
  byTheirs.get(theirs)?.(circumstances)

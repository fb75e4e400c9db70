// What is offered to a client: EHLO, HELP and the complaints about AUTH follow from it.

import type { Client } from './client.js'
import type { SmtpOptions } from './options.js'

export const offersAuth = ({ options }: Pick<Client, 'options'>): boolean => options.auth.mode !== 'off'

export const offersStarttls = ({ options, isSecure }: Pick<Client, 'options' | 'isSecure'>): boolean =>
  options.starttls && !isSecure

/** CRAM-MD5 needs the password itself, which nobody has who verifies hashes. */
export function authMethods({ auth }: SmtpOptions): string[] {
  return auth.mode === 'verify' ? ['PLAIN', 'LOGIN', 'XOAUTH2'] : ['PLAIN', 'LOGIN', 'CRAM-MD5', 'XOAUTH2']
}

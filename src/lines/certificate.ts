// Makes the certificate of `--tls auto`: signed by itself, good for one server, never an authority.

import { isIP } from 'node:net'
import type { KeyAndCertificate } from './tls.js'

/** Names under which a Mailhold on this machine, or its container, is usually reached. */
const usualNames = ['localhost', 'mailhold', 'host.docker.internal', '127.0.0.1', '::1']

/** Longer ones are refused by some systems even when a person trusts them. */
const validDays = 825

export interface CertificateWish {
  /** the name of this machine */
  readonly hostName: string
  /** more DNS names and addresses */
  readonly names?: readonly string[]
  readonly now?: Date
}

/**
 * A fresh key and a self-signed leaf certificate for the usual names and the wished ones, both PEM. Nothing is stored.
 * Whoever trusts it trusts this one server: it cannot sign others.
 */
export async function makeCertificate(wish: CertificateWish): Promise<KeyAndCertificate> {
  const now = wish.now ?? new Date()
  const names = [...new Set([...usualNames, wish.hostName, ...(wish.names ?? [])])].filter(Boolean)
  // takes long to load, and most servers have no TLS
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: 'Mailhold' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: now,
    notAfterDate: new Date(now.getTime() + validDays * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map(alternativeName) },
    ],
  })
  return { key: made.private, cert: made.cert }
}

const alternativeName = (name: string) =>
  isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name }

// The certificate that the TLS listeners show: the user's files, or one of our own that lives beside the store.

import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { TlsSource } from '../config/kinds/security.js'
import { makeCertificate } from '../lines/certificate.js'
import type { KeyAndCertificate } from '../lines/tls.js'
import { MailholdError } from '../model/errors.js'

/** A certificate of our own is made anew when it has fewer milliseconds left. */
const renewBefore = 30 * 86_400_000

/**
 * @param folder where a certificate of our own is kept, so that those who trust it need not do so at every start
 * @throws MailholdError `badInput` when the user's files cannot be read
 */
export async function loadCertificate(
  source: TlsSource,
  folder: string,
): Promise<KeyAndCertificate | undefined> {
  if (source.from === 'off') return undefined
  if (source.from === 'files') return { cert: read(source.certificate), key: read(source.key) }
  return ownCertificate(folder, source.names)
}

/** The certificate of `--tls auto`, made when there is none that still fits. */
export async function ownCertificate(folder: string, names: readonly string[]): Promise<KeyAndCertificate> {
  const files = { cert: join(folder, 'tls.crt'), key: join(folder, 'tls.key') }
  if (existsSync(files.cert) && existsSync(files.key)) {
    const kept = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') }
    if (stillFits(kept.cert, names)) return kept
  }
  const made = await makeCertificate({ hostName: hostname(), names })
  writeFileSync(files.key, made.key, { mode: 0o600 })
  writeFileSync(files.cert, made.cert)
  return made
}

const stillFits = (pem: string, names: readonly string[]): boolean => {
  const certificate = new X509Certificate(pem)
  const hasTime = Date.parse(certificate.validTo) - Date.now() > renewBefore
  const wanted = [hostname(), ...names].filter((name) => name !== '')
  return hasTime && wanted.every((name) => certificate.checkHost(name) || certificate.checkIP(name))
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new MailholdError(
      'badInput',
      `--tls must be auto, off or <certificate file>,<key file>: ${why}`,
      {},
      { cause: error },
    )
  }
}

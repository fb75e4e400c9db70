// Password files in htpasswd's form, with bcrypt (`htpasswd -B`) or scrypt hashes.

import { scrypt, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { MailholdError } from '../model/errors.js'

export type Verify = (user: string, password: string) => Promise<boolean>
type Check = (password: string) => Promise<boolean>

/** What an unknown name is compared with, so that it takes as long as a known one. */
const nobody = '$2b$10$abcdefghijklmnopqrstuu5s1v3vQ6GpTn2ZWdQbm8fD3sYFt8b7C'

/**
 * Reads the file once; later changes need a restart.
 * @param option the option that names the file, for errors
 * @throws MailholdError `badInput`
 */
export function passwordFile(file: string, option: string): Verify {
  const checks = new Map<string, Check>()
  for (const [at, line] of read(file, option).split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const colon = line.indexOf(':')
    const check = colon > 0 ? checkOf(line.slice(colon + 1).trim()) : undefined
    if (!check) throw unreadable(file, at + 1, option)
    checks.set(line.slice(0, colon), check)
  }
  if (checks.size === 0) {
    throw new MailholdError(
      'badInput',
      `${option}: "${file}" names nobody; add a line with htpasswd -B ${file} <user>`,
    )
  }
  return async (user, password) => (checks.get(user) ?? refuse)(password)
}

const unreadable = (file: string, line: number, option: string): MailholdError =>
  new MailholdError(
    'badInput',
    `${option}: line ${line} of "${file}" is not user:hash with a bcrypt or scrypt hash; make it with htpasswd -B ${file} <user>`,
  )

const read = (file: string, option: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new MailholdError(
      'badInput',
      `${option}: cannot read the password file (${why})`,
      {},
      { cause: error },
    )
  }
}

/** Loaded with the first password that is looked at: most servers have no password file. */
const compare = async (password: string, hash: string): Promise<boolean> =>
  (await import('bcryptjs')).compare(password, hash)

const refuse: Check = async (password) => {
  await compare(password, nobody)
  return false
}

function checkOf(hash: string): Check | undefined {
  if (/^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/.test(hash)) return (password) => compare(password, hash)
  // passlib's modular form: $scrypt$ln=15,r=8,p=1$<salt>$<hash>, base64 without padding
  const match = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    hash,
  )
  if (!match) return undefined
  const [, ln, r, p, salt = '', digest = ''] = match
  const cost = { N: 2 ** Number(ln), r: Number(r), p: Number(p), maxmem: 256 * 1024 * 1024 }
  return checkScrypt(cost, Buffer.from(salt, 'base64'), Buffer.from(digest, 'base64'))
}

const checkScrypt =
  (cost: { N: number; r: number; p: number; maxmem: number }, salt: Buffer, digest: Buffer): Check =>
  (password) =>
    new Promise((resolve, reject) => {
      scrypt(password, salt, digest.length, cost, (error, key) =>
        error ? reject(error) : resolve(timingSafeEqual(key, digest)),
      )
    })

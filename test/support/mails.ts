// Mails for tests: generated ones always, and those of a folder named by MAILHOLD_CORPUS when there is one.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface SampleMail {
  readonly name: string
  /** with CRLF line ends, as it goes over the wire before stuffing */
  readonly octets: Buffer
}

/** Bare LF becomes CRLF, which a sender must do before DATA (RFC 5321 §2.3.8). */
export function withCrlf(octets: Buffer): Buffer {
  const pieces: Buffer[] = []
  let from = 0
  for (let at = octets.indexOf(10); at >= 0; at = octets.indexOf(10, at + 1)) {
    if (at > 0 && octets[at - 1] === 13) continue
    pieces.push(octets.subarray(from, at), Buffer.from('\r\n'))
    from = at + 1
  }
  const whole = Buffer.concat([...pieces, octets.subarray(from)])
  return whole.subarray(-2).toString('latin1') === '\r\n'
    ? whole
    : Buffer.concat([whole, Buffer.from('\r\n')])
}

const lines = (...text: string[]): Buffer => Buffer.from(text.join('\r\n'))

const generated: readonly SampleMail[] = [
  { name: 'plain', octets: lines('From: a@example.com', 'Subject: plain', '', 'Hello', '') },
  { name: 'no header at all', octets: lines('', 'only a body', '') },
  { name: 'dots', octets: lines('Subject: dots', '', '.', '..', '...', '.a', 'a.', '') },
  { name: 'only line ends', octets: lines('', '', '', '', '') },
  { name: 'eight bit', octets: Buffer.from('Subject: \xe4\r\n\r\n\xff\xfe\x80\r\n', 'latin1') },
  { name: 'NUL octets', octets: Buffer.from('Subject: nul\r\n\r\na\0b\0\r\n') },
  { name: 'long line', octets: lines('Subject: long', '', 'x'.repeat(70_000), '') },
  {
    name: 'unclosed multipart',
    octets: lines('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'text', ''),
  },
]

/** Every sample there is; each name is unique. */
export function sampleMails(): readonly SampleMail[] {
  const folder = process.env.MAILHOLD_CORPUS
  return folder ? [...generated, ...corpus(folder, '')] : generated
}

function corpus(folder: string, prefix: string): readonly SampleMail[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return corpus(path, `${prefix}${name}/`)
      return name.endsWith('.eml') ? [{ name: prefix + name, octets: withCrlf(readFileSync(path)) }] : []
    })
}

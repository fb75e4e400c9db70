// Indexes a message written in a test, with LF for CRLF.

import { createIndexer } from '#mailhold/mail/index-message.js'
import type { MailFacts } from '#mailhold/model/facts.js'

export function crlf(text: string): Buffer {
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8')
}

export function indexOctets(octets: Uint8Array, size = 256 * 1024, smtpUtf8 = false): MailFacts {
  const indexer = createIndexer({ smtpUtf8 })
  for (let at = 0; at < octets.length; at += size) indexer.feed(octets.slice(at, at + size))
  return indexer.end()
}

export function indexText(text: string): MailFacts {
  return indexOctets(crlf(text))
}

export function codesOf(facts: MailFacts): string[] {
  return facts.problems.map(({ code }) => code)
}

/** A proper header to which a test adds its own fields. */
export const properHeader = [
  'From: Ada <ada@example.com>',
  'To: bob@example.com',
  'Date: Mon, 2 Jan 2023 10:00:00 +0000',
  'Message-ID: <1@example.com>',
  'MIME-Version: 1.0',
  '',
].join('\n')

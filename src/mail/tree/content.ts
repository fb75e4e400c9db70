// What becomes of a part's octets while they pass: text is held for reading, everything else is counted and hashed.

import { createHash } from 'node:crypto'
import { decodeTransfer } from '../decode-part.js'
import { limits } from '../limits.js'
import type { ProblemList } from '../problems.js'
import type { OctetSink } from './run.js'

export interface HeldText {
  /** decoded octets, not more than the limit leaves */
  readonly octets: Buffer
  readonly isCut: boolean
}

export interface TextContent extends OctetSink {
  readonly kind: 'text'
  held(): HeldText
}

export interface FileContent extends OctetSink {
  readonly kind: 'file'
  /** decoded octets */
  readonly size: number
  /** of the decoded octets, hex; valid after `end` */
  readonly sha256: string
}

export type Content = TextContent | FileContent

/** How many decoded octets of text one message may still hold. */
export interface TextBudget {
  left: number
}

export function createTextBudget(): TextBudget {
  return { left: limits.textOctets }
}

export function createTextContent(encoding: string, budget: TextBudget, report: ContentReport): TextContent {
  const decoder = decodeTransfer(encoding)
  const pieces: Buffer[] = []
  let isCut = false

  function keep(octets: Uint8Array) {
    if (octets.length > budget.left) isCut = true
    const kept = octets.subarray(0, Math.max(0, budget.left))
    budget.left -= kept.length
    if (kept.length > 0) pieces.push(Buffer.from(kept))
  }

  return {
    kind: 'text',
    push(octets) {
      if (!isCut) keep(decoder.push(octets))
    },
    end() {
      if (!isCut) keep(decoder.end())
      report(decoder.wrong)
    },
    held: () => ({ octets: pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces), isCut }),
  }
}

export function createFileContent(encoding: string, report: ContentReport): FileContent {
  const decoder = decodeTransfer(encoding)
  const hash = createHash('sha256')
  let size = 0
  let sha256 = ''
  function take(octets: Uint8Array) {
    size += octets.length
    hash.update(octets)
  }
  return {
    kind: 'file',
    push: (octets) => take(decoder.push(octets)),
    end() {
      take(decoder.end())
      sha256 = hash.digest('hex')
      report(decoder.wrong)
    },
    get size() {
      return size
    },
    get sha256() {
      return sha256
    },
  }
}

/** Told at the end how many octets a transfer encoding could not make sense of. */
export type ContentReport = (wrong: number) => void

export function reportDamage(encoding: string, path: string, problems: ProblemList): ContentReport {
  return (wrong) => {
    if (wrong === 0) return
    if (encoding === 'base64') problems.add('badBase64', `${wrong} wrong characters`, path)
    else if (encoding === 'quoted-printable') problems.add('badQuotedPrintable', wrong, path)
  }
}

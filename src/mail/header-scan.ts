// The tolerant fall-back for a message that the indexer had to give up: its header, and one opaque part.

import type { MailFacts, Problem } from '../model/facts.js'
import { createFieldCollector } from './headers/field-collector.js'
import { headerFacts } from './headers/header-facts.js'
import { limits } from './limits.js'
import { createProblemList } from './problems.js'

const longestHeader = 256 * 1024

/**
 * Facts from the first octets of a message alone (256 kB are looked at). `totalSize` is the message's size in octets, `problem` says why it
 * was given up. Never throws.
 */
export function scanHeaders(firstOctets: Uint8Array, totalSize: number, problem: Problem): MailFacts {
  const text = Buffer.from(firstOctets.subarray(0, longestHeader)).toString('latin1')
  const blank = /^\r?\n|\r?\n\r?\n/.exec(text)
  const headerSize = blank ? blank.index + blank[0].length : Math.min(text.length, totalSize)
  const collector = createFieldCollector({
    fields: limits.headerFields,
    octets: limits.headerOctets,
    fieldOctets: limits.fieldOctets,
  })
  for (const line of text.slice(0, headerSize).split('\n')) {
    const isCrlf = line.endsWith('\r')
    const content = isCrlf ? line.slice(0, -1) : line
    if (content !== '') collector.add(content, true, isCrlf ? '\r\n' : '\n')
  }
  const problems = createProblemList()
  return {
    headerSize,
    ...headerFacts(collector.end(), problems),
    root: {
      path: '1',
      contentType: 'application/octet-stream',
      parameters: [],
      encoding: 'binary',
      start: 0,
      bodyStart: headerSize,
      end: totalSize,
      children: [],
    },
    textParts: [],
    htmlParts: [],
    visibleText: '',
    textTruncated: false,
    snippet: '',
    attachments: [],
    links: [],
    codes: [],
    images: [],
    problems: [problem],
  }
}

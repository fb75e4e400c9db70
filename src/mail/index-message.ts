// Reads a message in one streaming pass and says what its octets tell. Memory is bounded by `limits`, never by the message.

import type { MailFacts } from '../model/facts.js'
import { readBody } from './body/read-body.js'
import { headerFacts } from './headers/header-facts.js'
import { checkHeader } from './headers/header-lint.js'
import { createProblemList, type ProblemList } from './problems.js'
import { createLineReader, type LineReader } from './tree/line-reader.js'
import { toPart } from './tree/part-node.js'
import { createTreeReader, type TreeReader } from './tree/tree-reader.js'

export interface IndexOptions {
  /** whether the transaction allowed UTF-8 in header fields (RFC 6531) */
  readonly smtpUtf8: boolean
}

export interface Indexer {
  /** Takes the next octets; they may be used again when this returns. */
  feed(octets: Uint8Array): void
  /** Call once, after the last octets. */
  end(): MailFacts
}

/** Never throws, whatever the octets are. */
export function createIndexer(options: IndexOptions): Indexer {
  const problems = createProblemList()
  const tree = createTreeReader(problems)
  const lines = createLineReader(tree)
  return {
    feed: (octets) => lines.feed(octets),
    end() {
      lines.end()
      tree.end(lines.size)
      return collectFacts(tree, lines, { ...options, problems })
    },
  }
}

function collectFacts(
  tree: TreeReader,
  lines: LineReader,
  { problems, smtpUtf8 }: IndexOptions & { readonly problems: ProblemList },
): MailFacts {
  checkLines(lines, problems)
  checkHeader(tree.header, { problems, smtpUtf8, isOpen: tree.isHeaderOpen, isEmpty: lines.size === 0 })
  const header = headerFacts(tree.header, problems)
  const body = readBody(tree, { header: tree.header, subject: header.subject, problems })
  return {
    headerSize: tree.headerSize,
    ...header,
    root: toPart(tree.root),
    ...body,
    problems: problems.list(),
  }
}

function checkLines({ counts }: LineReader, problems: ProblemList) {
  if (counts.bareLf > 0) problems.add('bareLf', counts.bareLf, `offset ${counts.firstBareLf}`)
  if (counts.bareCr > 0) problems.add('bareCr', counts.bareCr, `offset ${counts.firstBareCr}`)
  if (counts.nul > 0) problems.add('nul', counts.nul, `offset ${counts.firstNul}`)
  if (counts.longest > 0) problems.add('lineTooLong', counts.longest, `offset ${counts.firstLong}`)
}

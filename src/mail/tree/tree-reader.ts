// Builds the MIME tree line by line (RFC 2046): which part a line belongs to, where parts begin and end.

import { isKnownEncoding } from '../decode-part.js'
import {
  type CollectedFields,
  createFieldCollector,
  type FieldCollector,
} from '../headers/field-collector.js'
import { parameter } from '../headers/parameters.js'
import { limits } from '../limits.js'
import type { ProblemList } from '../problems.js'
import { createBoundaries } from './boundaries.js'
import { createFileContent, createTextBudget, createTextContent, reportDamage } from './content.js'
import type { Line, LineHandler } from './line-reader.js'
import { createNode, type PartNode, readPartHeader } from './part-node.js'
import { createRun, type Run } from './run.js'

export interface TreeReader extends LineHandler {
  /** the message is over after `size` octets */
  end(size: number): void
  readonly root: PartNode
  /** the message's own header */
  readonly header: CollectedFields
  /** in order; the root first */
  readonly leaves: readonly PartNode[]
  /** octets of the header block, the empty line included */
  readonly headerSize: number
  /** the header ended without an empty line */
  readonly isHeaderOpen: boolean
}

const noFields: CollectedFields = { fields: [], leftOut: 0, badLines: [] }
const partLimits = { fields: 200, octets: limits.partHeaderOctets, fieldOctets: limits.partHeaderOctets }
const messageLimits = {
  fields: limits.headerFields,
  octets: limits.headerOctets,
  fieldOctets: limits.fieldOctets,
}
const eolText = ['', '\n', '\r\n'] as const

/** What the next line is: of a header, of a leaf's body, or of nothing that is looked at. */
type State =
  | { readonly at: 'header'; readonly collector: FieldCollector }
  | { readonly at: 'body'; readonly run: Run | undefined }
  | { readonly at: 'between' }

export function createTreeReader(problems: ProblemList): TreeReader {
  const root = createNode(undefined, '', 0)
  const leaves: PartNode[] = []
  const boundaries = createBoundaries()
  const budget = createTextBudget()
  let node = root
  let state: State = { at: 'header', collector: createFieldCollector(messageLimits) }
  let header = noFields
  let headerSize = -1
  let isHeaderOpen = false
  /** the octets of the outermost message/rfc822 that is open */
  let embedded: { readonly node: PartNode; readonly run: Run } | undefined
  let parts = 1
  let partsLeftOut = 0
  let previousEol = 0

  function endHeader(collector: FieldCollector, bodyStart: number) {
    const fields = collector.end()
    const inDigest = node.parent?.header.contentType === 'multipart/digest'
    node.header = readPartHeader(fields, inDigest ? 'message/rfc822' : 'text/plain')
    node.bodyStart = bodyStart
    if (node === root) {
      header = fields
      headerSize = bodyStart
      if (!node.header.contentType.startsWith('multipart/')) node.path = '1'
    }
    openBody(bodyStart)
  }

  function openBody(bodyStart: number) {
    const { contentType, encoding } = node.header
    checkHeader(node, problems)
    const isContainer = contentType.startsWith('multipart/') || isEmbeddedMessage(contentType)
    if (isContainer && node.depth >= limits.depth - 1) problems.add('tooDeep', '', node.path)
    else if (contentType.startsWith('multipart/') && openMultipart()) return
    else if (isEmbeddedMessage(contentType) && isIdentity(encoding) && parts < limits.parts)
      return openMessage(bodyStart)
    openLeaf()
  }

  function openMultipart(): boolean {
    const boundary = (parameter(node.header.parameters, 'boundary') ?? '').trimEnd()
    if (boundary === '') problems.add('missingBoundary', node.header.contentType, node.path)
    if (boundary === '' || boundary.length > limits.boundaryLine - 8) return false
    node.kind = 'multipart'
    node.boundary = boundary
    boundaries.open(node)
    state = { at: 'between' }
    return true
  }

  function openMessage(bodyStart: number) {
    node.kind = 'message'
    if (!node.isEmbedded) {
      leaves.push(node)
      const content = createFileContent(node.header.encoding, () => {})
      node.content = content
      embedded = { node, run: createRun(content) }
    }
    openChild(node, `${node.path}.1`, bodyStart)
  }

  function openChild(parent: PartNode, path: string, start: number) {
    parts += 1
    node = createNode(parent, path, start)
    parent.children.push(node)
    state = { at: 'header', collector: createFieldCollector(partLimits) }
  }

  function openLeaf() {
    if (node.isEmbedded) {
      state = { at: 'body', run: undefined }
      return
    }
    const { encoding } = node.header
    const report = reportDamage(encoding, node.path, problems)
    const content = isTextPart(node)
      ? createTextContent(encoding, budget, report)
      : createFileContent(encoding, report)
    node.content = content
    leaves.push(node)
    state = { at: 'body', run: createRun(content) }
  }

  /** Ends the open parts up to `keep` (exclusive); `end` is where their octets end. */
  function closeDownTo(keep: PartNode | undefined, end: number, how: 'before boundary' | 'end of message') {
    if (state.at === 'header') endEmptyHeader(state.collector, end)
    if (state.at === 'body') state.run?.end(how)
    state = { at: 'between' }
    let closing: PartNode | undefined = node
    while (closing && closing !== keep) {
      closing.end = Math.max(closing.start, end)
      closing.bodyStart = Math.min(closing.bodyStart, closing.end)
      if (closing.boundary !== '' && !closing.isClosed) leaveOpen(closing)
      if (embedded?.node === closing) {
        embedded.run.end(how)
        embedded = undefined
      }
      closing = closing.parent
    }
    if (keep) node = keep
  }

  function endEmptyHeader(collector: FieldCollector, end: number) {
    if (node === root) isHeaderOpen = true
    endHeader(collector, end)
    // a header may open a message inside, whose header is then empty too
    if (state.at === 'header') endEmptyHeader(state.collector, end)
  }

  function leaveOpen(multipart: PartNode) {
    boundaries.close(multipart)
    const code = multipart.children.length === 0 ? 'emptyMultipart' : 'unclosedMultipart'
    problems.add(code, multipart.boundary, multipart.path)
  }

  function takeBoundary(line: Line): boolean {
    const found = boundaries.match(line)
    if (!found) return false
    const outside = embedded !== undefined && embedded.node.depth > found.node.depth
    if (!outside) embedded?.run.add(line)
    closeDownTo(found.node, Math.max(node.start, line.offset - previousEol), 'before boundary')
    if (found.isClose) {
      found.node.isClosed = true
      boundaries.close(found.node)
    } else openPart(found.node, line.offset + (line.end - line.start) + line.eol)
    return true
  }

  function openPart(parent: PartNode, start: number) {
    const number = parent.children.length + 1
    if (parts >= limits.parts) partsLeftOut += 1
    else openChild(parent, parent.path === '' ? `${number}` : `${parent.path}.${number}`, start)
  }

  function takeLine(line: Line) {
    if (line.startsLine && line.data[line.start] === 45 && takeBoundary(line)) return
    embedded?.run.add(line)
    if (state.at === 'body') {
      if (line.hasHigh) node.hasHigh = true
      state.run?.add(line)
    } else if (state.at === 'header') takeHeaderLine(state.collector, line)
  }

  function takeHeaderLine(collector: FieldCollector, line: Line) {
    if (line.startsLine && line.start === line.end && line.eol > 0)
      endHeader(collector, line.offset + line.eol)
    else collector.add(line.data.toString('latin1', line.start, line.end), line.startsLine, eolText[line.eol])
  }

  return {
    line(line) {
      takeLine(line)
      previousEol = line.eol
    },
    release() {
      embedded?.run.release()
      if (state.at === 'body') state.run?.release()
    },
    end(size) {
      closeDownTo(undefined, size, 'end of message')
      if (partsLeftOut > 0) problems.add('tooManyParts', partsLeftOut)
      if (headerSize < 0) headerSize = size
    },
    root,
    leaves,
    get header() {
      return header
    },
    get headerSize() {
      return headerSize
    },
    get isHeaderOpen() {
      return isHeaderOpen
    },
  }
}

function isEmbeddedMessage(contentType: string): boolean {
  return contentType === 'message/rfc822' || contentType === 'message/global'
}

function isIdentity(encoding: string): boolean {
  return encoding === '7bit' || encoding === '8bit' || encoding === 'binary'
}

/** Text that a mail reader shows in place, unless it is marked as an attachment. */
function isTextPart({ header }: PartNode): boolean {
  if (header.disposition === 'attachment') return false
  if (header.contentType.startsWith('multipart/')) return true
  return header.contentType === 'text/plain' || header.contentType === 'text/html'
}

function checkHeader({ header, path }: PartNode, problems: ProblemList) {
  if (header.badContentType !== undefined) problems.add('badContentType', header.badContentType, path)
  if (!isKnownEncoding(header.encoding)) problems.add('unknownEncoding', header.encoding, path)
  const isContainer = /^(?:multipart\/|message\/rfc822$)/.test(header.contentType)
  if (isContainer && !isIdentity(header.encoding)) problems.add('multipartEncoding', header.encoding, path)
}

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
import { takeShownText } from './shown-text.js'

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
  return new TreeInReading(problems)
}

/** Lives from the first line of a message to its last. */
class TreeInReading implements TreeReader {
  readonly #problems: ProblemList
  readonly #root = createNode(undefined, '', 0)
  readonly #leaves: PartNode[] = []
  readonly #boundaries = createBoundaries()
  readonly #budget = createTextBudget()
  #node = this.#root
  #state: State = { at: 'header', collector: createFieldCollector(messageLimits) }
  #header = noFields
  #headerSize = -1
  #isHeaderOpen = false
  /** the octets of the outermost message/rfc822 that is open */
  #embedded: { readonly node: PartNode; readonly run: Run } | undefined
  #parts = 1
  #partsLeftOut = 0
  #previousEol = 0

  constructor(problems: ProblemList) {
    this.#problems = problems
  }

  get root(): PartNode {
    return this.#root
  }

  get leaves(): readonly PartNode[] {
    return this.#leaves
  }

  get header(): CollectedFields {
    return this.#header
  }

  get headerSize(): number {
    return this.#headerSize
  }

  get isHeaderOpen(): boolean {
    return this.#isHeaderOpen
  }

  line(line: Line): void {
    this.#takeLine(line)
    this.#previousEol = line.eol
  }

  release(): void {
    this.#embedded?.run.release()
    if (this.#state.at === 'body') this.#state.run?.release()
  }

  end(size: number): void {
    this.#closeDownTo(undefined, size, 'end of message')
    if (this.#partsLeftOut > 0) this.#problems.add('tooManyParts', this.#partsLeftOut)
    if (this.#headerSize < 0) this.#headerSize = size
  }

  #endHeader(collector: FieldCollector, bodyStart: number) {
    const fields = collector.end()
    const inDigest = this.#node.parent?.header.contentType === 'multipart/digest'
    this.#node.header = readPartHeader(fields, inDigest ? 'message/rfc822' : 'text/plain')
    this.#node.bodyStart = bodyStart
    if (this.#node === this.#root) {
      this.#header = fields
      this.#headerSize = bodyStart
      if (!this.#node.header.contentType.startsWith('multipart/')) this.#node.path = '1'
    }
    this.#openBody(bodyStart)
  }

  #openBody(bodyStart: number) {
    const { contentType, encoding } = this.#node.header
    checkHeader(this.#node, this.#problems)
    const isContainer = contentType.startsWith('multipart/') || isEmbeddedMessage(contentType)
    if (isContainer && this.#node.depth >= limits.depth - 1)
      this.#problems.add('tooDeep', '', this.#node.path)
    else if (contentType.startsWith('multipart/') && this.#openMultipart()) return
    else if (isEmbeddedMessage(contentType) && isIdentity(encoding) && this.#parts < limits.parts)
      return this.#openMessage(bodyStart)
    this.#openLeaf()
  }

  #openMultipart(): boolean {
    const boundary = (parameter(this.#node.header.parameters, 'boundary') ?? '').trimEnd()
    if (boundary === '') this.#problems.add('missingBoundary', this.#node.header.contentType, this.#node.path)
    if (boundary === '' || boundary.length > limits.boundaryLine - 8) return false
    this.#node.kind = 'multipart'
    this.#node.boundary = boundary
    this.#boundaries.open(this.#node)
    this.#state = { at: 'between' }
    return true
  }

  #openMessage(bodyStart: number) {
    this.#node.kind = 'message'
    if (!this.#node.isEmbedded) {
      this.#leaves.push(this.#node)
      const content = createFileContent(this.#node.header.encoding, () => {})
      this.#node.content = content
      this.#embedded = { node: this.#node, run: createRun(content) }
    }
    this.#openChild(this.#node, `${this.#node.path}.1`, bodyStart)
  }

  #openChild(parent: PartNode, path: string, start: number) {
    this.#parts += 1
    this.#node = createNode(parent, path, start)
    parent.children.push(this.#node)
    this.#state = { at: 'header', collector: createFieldCollector(partLimits) }
  }

  #openLeaf() {
    if (this.#node.isEmbedded) {
      this.#state = { at: 'body', run: undefined }
      return
    }
    const { encoding } = this.#node.header
    const report = reportDamage(encoding, this.#node.path, this.#problems)
    const content = takeShownText(this.#node)
      ? createTextContent(encoding, this.#budget, report)
      : createFileContent(encoding, report)
    this.#node.content = content
    this.#leaves.push(this.#node)
    this.#state = { at: 'body', run: createRun(content) }
  }

  /** Ends the open parts up to `keep` (exclusive); `end` is where their octets end. */
  #closeDownTo(keep: PartNode | undefined, end: number, how: 'before boundary' | 'end of message') {
    if (this.#state.at === 'header') this.#endEmptyHeader(this.#state.collector, end)
    if (this.#state.at === 'body') this.#state.run?.end(how)
    this.#state = { at: 'between' }
    let closing: PartNode | undefined = this.#node
    while (closing && closing !== keep) {
      closing.end = Math.max(closing.start, end)
      closing.bodyStart = Math.min(closing.bodyStart, closing.end)
      if (closing.boundary !== '' && !closing.isClosed) this.#leaveOpen(closing)
      if (this.#embedded?.node === closing) {
        this.#embedded.run.end(how)
        this.#embedded = undefined
      }
      closing = closing.parent
    }
    if (keep) this.#node = keep
  }

  #endEmptyHeader(collector: FieldCollector, end: number) {
    if (this.#node === this.#root) this.#isHeaderOpen = true
    this.#endHeader(collector, end)
    // a header may open a message inside, whose header is then empty too
    if (this.#state.at === 'header') this.#endEmptyHeader(this.#state.collector, end)
  }

  #leaveOpen(multipart: PartNode) {
    this.#boundaries.close(multipart)
    const code = multipart.children.length === 0 ? 'emptyMultipart' : 'unclosedMultipart'
    this.#problems.add(code, multipart.boundary, multipart.path)
  }

  #takeBoundary(line: Line): boolean {
    const found = this.#boundaries.match(line)
    if (!found) return false
    const outside = this.#embedded !== undefined && this.#embedded.node.depth > found.node.depth
    if (!outside) this.#embedded?.run.add(line)
    this.#closeDownTo(
      found.node,
      Math.max(this.#node.start, line.offset - this.#previousEol),
      'before boundary',
    )
    if (found.isClose) {
      found.node.isClosed = true
      this.#boundaries.close(found.node)
    } else this.#openPart(found.node, line.offset + (line.end - line.start) + line.eol)
    return true
  }

  #openPart(parent: PartNode, start: number) {
    const number = parent.children.length + 1
    if (this.#parts >= limits.parts) this.#partsLeftOut += 1
    else this.#openChild(parent, parent.path === '' ? `${number}` : `${parent.path}.${number}`, start)
  }

  #takeLine(line: Line) {
    if (line.startsLine && line.data[line.start] === 45 && this.#takeBoundary(line)) return
    this.#embedded?.run.add(line)
    if (this.#state.at === 'body') {
      if (line.hasHigh) this.#node.hasHigh = true
      this.#state.run?.add(line)
    } else if (this.#state.at === 'header') this.#takeHeaderLine(this.#state.collector, line)
  }

  #takeHeaderLine(collector: FieldCollector, line: Line) {
    if (line.startsLine && line.start === line.end && line.eol > 0)
      this.#endHeader(collector, line.offset + line.eol)
    else collector.add(line.data.toString('latin1', line.start, line.end), line.startsLine, eolText[line.eol])
  }
}

function isEmbeddedMessage(contentType: string): boolean {
  return contentType === 'message/rfc822' || contentType === 'message/global'
}

function isIdentity(encoding: string): boolean {
  return encoding === '7bit' || encoding === '8bit' || encoding === 'binary'
}

function checkHeader({ header, path }: PartNode, problems: ProblemList) {
  if (header.badContentType !== undefined) problems.add('badContentType', header.badContentType, path)
  if (!isKnownEncoding(header.encoding)) problems.add('unknownEncoding', header.encoding, path)
  const isContainer = /^(?:multipart\/|message\/rfc822$)/.test(header.contentType)
  if (isContainer && !isIdentity(header.encoding)) problems.add('multipartEncoding', header.encoding, path)
}

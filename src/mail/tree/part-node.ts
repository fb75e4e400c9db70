// A node of the MIME tree while it is read, and what its header says about it.

import type { Part } from '../../model/facts.js'
import type { CollectedFields } from '../headers/field-collector.js'
import { unfold } from '../headers/field-collector.js'
import { type ParameterisedValue, parameter, readParameters } from '../headers/parameters.js'
import type { Content } from './content.js'

export interface PartNode {
  path: string
  readonly parent: PartNode | undefined
  /** 0 for the root */
  readonly depth: number
  /** inside a message/rfc822: listed, but no text or attachment of this message */
  readonly isEmbedded: boolean
  readonly start: number
  bodyStart: number
  end: number
  kind: 'leaf' | 'multipart' | 'message'
  header: PartHeader
  /** of a multipart; outer ones of the same text come back when this one is closed */
  boundary: string
  isClosed: boolean
  hasHigh: boolean
  /** of a multipart: text of the mail itself has been found in it */
  holdsText: boolean
  readonly children: PartNode[]
  content: Content | undefined
}

export interface PartHeader {
  readonly contentType: string
  readonly parameters: ParameterisedValue['parameters']
  readonly encoding: string
  readonly disposition: string | undefined
  readonly filename: string | undefined
  readonly contentId: string | undefined
  /** what a Content-Type field says that is not of the form type/subtype */
  readonly badContentType: string | undefined
}

const noHeader: PartHeader = {
  contentType: 'text/plain',
  parameters: [],
  encoding: '7bit',
  disposition: undefined,
  filename: undefined,
  contentId: undefined,
  badContentType: undefined,
}

export function createNode(parent: PartNode | undefined, path: string, start: number): PartNode {
  return {
    path,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    isEmbedded: parent !== undefined && (parent.isEmbedded || parent.kind === 'message'),
    start,
    bodyStart: start,
    end: start,
    kind: 'leaf',
    header: noHeader,
    boundary: '',
    isClosed: false,
    hasHigh: false,
    holdsText: false,
    children: [],
    content: undefined,
  }
}

/** Reads the MIME fields; the first of each counts. `fallback` is the type where there is none (RFC 2046 §5.1.5). */
export function readPartHeader({ fields }: CollectedFields, fallback: string): PartHeader {
  const body = (key: string) => {
    const field = fields.find((candidate) => candidate.key === key)
    return field === undefined ? undefined : unfold(field.raw)
  }
  const typeText = body('content-type')
  const type = readParameters(typeText ?? fallback)
  const isReadable = /^[^\s/]+\/[^\s/]+$/.test(type.value)
  const disposition = readParameters(body('content-disposition') ?? '')
  const contentId = body('content-id')?.replace(/^<|>$/g, '')
  const encoding = readParameters(body('content-transfer-encoding') ?? '').value
  return {
    contentType: isReadable ? type.value : 'text/plain',
    parameters: type.parameters,
    encoding: encoding === '' ? '7bit' : encoding,
    disposition: disposition.value === '' ? undefined : disposition.value,
    filename: parameter(disposition.parameters, 'filename') ?? parameter(type.parameters, 'name'),
    contentId: contentId === '' ? undefined : contentId,
    badContentType: isReadable ? undefined : typeText,
  }
}

/** The finished tree as plain data. */
export function toPart(node: PartNode): Part {
  const { contentType, parameters, encoding, disposition, filename, contentId } = node.header
  const charset = parameter(parameters, 'charset')
  return {
    path: node.path,
    contentType,
    parameters,
    ...(charset === undefined ? {} : { charset }),
    encoding,
    ...(disposition === undefined ? {} : { disposition }),
    ...(filename === undefined ? {} : { filename }),
    ...(contentId === undefined ? {} : { contentId }),
    start: node.start,
    bodyStart: node.bodyStart,
    end: node.end,
    children: node.children.map(toPart),
  }
}

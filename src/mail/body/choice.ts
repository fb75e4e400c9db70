// Which parts a mail reader shows as the mail itself.

import type { PartNode } from '../tree/part-node.js'

/** A stretch of the mail as it is read: the same content as text, as HTML, or as both. */
export interface BodyUnit {
  readonly text: readonly PartNode[]
  readonly html: readonly PartNode[]
}

/** In the order of the mail. Parts with attached content are never among them. */
export function chooseBody(node: PartNode): BodyUnit[] {
  if (node.kind === 'message') return []
  if (node.kind === 'leaf') return leafUnit(node)
  if (node.header.contentType === 'multipart/alternative') return alternative(node)
  return node.children.flatMap(chooseBody)
}

function leafUnit(node: PartNode): BodyUnit[] {
  if (node.content?.kind !== 'text') return []
  return node.header.contentType === 'text/html' ? [{ text: [], html: [node] }] : [{ text: [node], html: [] }]
}

/** RFC 2046 §5.1.4: the last one that can be shown is the richest; text and HTML are each taken from the richest that has it. */
function alternative(node: PartNode): BodyUnit[] {
  let text: readonly PartNode[] = []
  let html: readonly PartNode[] = []
  for (const child of node.children) {
    const units = chooseBody(child)
    const ofText = units.flatMap((unit) => unit.text)
    const ofHtml = units.flatMap((unit) => unit.html)
    // text beside HTML in one branch (a footer, Apple Mail's pieces) does not replace the text branch
    if (ofText.length > 0 && (text.length === 0 || ofHtml.length === 0)) text = ofText
    if (ofHtml.length > 0) html = ofHtml
  }
  return text.length + html.length > 0 ? [{ text, html }] : []
}

/** Text forms of an alternative that no reader lists as attachments: AMP, watches, enriched text. */
export function isUnshownAlternative(node: PartNode): boolean {
  const { contentType, disposition, filename } = node.header
  const isBare = disposition !== 'attachment' && filename === undefined
  const inAlternative = node.parent?.header.contentType === 'multipart/alternative'
  return inAlternative && isBare && contentType.startsWith('text/') && contentType !== 'text/calendar'
}

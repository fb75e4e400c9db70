// Which parts are text of the mail itself, and which are text files that come with it.

import type { PartNode } from './part-node.js'

/**
 * Whether a leaf is text that a mail reader shows as the mail. Text with a file name is a file (Apple Mail sends it `inline`), unless nothing
 * before it is text: some mailers name the body. Where it is, that is noted in the multiparts around.
 */
export function takeShownText(node: PartNode): boolean {
  const { contentType, disposition, filename = '' } = node.header
  const isText =
    contentType.startsWith('multipart/') || contentType === 'text/plain' || contentType === 'text/html'
  if (!isText || disposition === 'attachment' || (filename !== '' && followsText(node))) return false
  for (let above = node.parent; above && !above.holdsText; above = above.parent) above.holdsText = true
  return true
}

/** The forms of an alternative follow none of each other: it is shown one of them. */
function followsText(node: PartNode): boolean {
  for (let above = node.parent; above; above = above.parent) {
    if (above.header.contentType === 'multipart/alternative') return false
    if (above.holdsText) return true
  }
  return false
}

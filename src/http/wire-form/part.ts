// A node of the MIME tree, as JSON.

import type { Part } from '../../model/facts.js'
import type * as wire from '../../wire/message.js'

export const partForm = (part: Part): wire.Part => ({
  path: part.path,
  contentType: part.contentType,
  charset: part.charset ?? null,
  encoding: part.encoding,
  disposition: part.disposition ?? null,
  filename: part.filename ?? null,
  contentId: part.contentId ?? null,
  size: Math.max(0, part.end - part.bodyStart),
  children: part.children.map(partForm),
})

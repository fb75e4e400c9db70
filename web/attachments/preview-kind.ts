// How an attachment can be looked at without running anything of it.

import type { Attachment } from '../../src/wire/message.js'

export type PreviewKind = 'image' | 'text' | 'pdf' | 'none'

/** The pictures that the server gives for show; it sends everything else as a download. */
const pictures = /^image\/(?:png|jpeg|gif|webp)$/

// HTML, SVG and scripts are shown as the text they are written in
const texts =
  /^(?:text\/.*|message\/.*|image\/svg\+xml|application\/(?:json|xml|javascript|x-ndjson|yaml|pgp-.*|.*\+(?:json|xml)))$/

export function previewKind({ contentType }: Pick<Attachment, 'contentType'>): PreviewKind {
  if (pictures.test(contentType)) return 'image'
  if (contentType === 'application/pdf') return 'pdf'
  return texts.test(contentType) ? 'text' : 'none'
}

// Whether a mail has HTML for its reader.

import type { Part } from '../../src/wire/message.js'

/** An HTML file that is attached is no body. */
export const hasHtml = ({ contentType, disposition, children }: Part): boolean =>
  (contentType === 'text/html' && disposition !== 'attachment') || children.some(hasHtml)

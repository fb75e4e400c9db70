// The HTML that a mail has for its reader.

import type { Part } from '../../src/wire/message.js'

/** Octets of its HTML as sent; 0 where there is none. An HTML file that is attached is no body. */
export const htmlSize = ({ contentType, disposition, size, children }: Part): number =>
  (contentType === 'text/html' && disposition !== 'attachment' ? Math.max(1, size) : 0) +
  children.reduce((sum, child) => sum + htmlSize(child), 0)

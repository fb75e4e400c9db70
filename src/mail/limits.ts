// Every bound that reading a message obeys. What goes beyond is left out of the facts, and a problem says so.

export const limits = {
  /** header fields of the message kept for show; fields that the reading itself needs are always looked at */
  headerFields: 2000,
  /** octets of all header fields kept, names included */
  headerOctets: 256 * 1024,
  /** octets kept of one field */
  fieldOctets: 64 * 1024,
  /** octets kept of one part's own header */
  partHeaderOctets: 64 * 1024,
  /** a longer line cannot be a boundary (RFC 2046 §5.1.1 allows 70 characters; senders exceed it) */
  boundaryLine: 512,
  parts: 2000,
  depth: 50,
  parameters: 100,
  addresses: 1000,
  links: 1000,
  images: 1000,
  hrefCharacters: 4096,
  problems: 200,
  /** how often one problem code is listed; the last one counts the rest */
  problemsPerCode: 20,
  attachments: 2000,
  codes: 10,
  listUnsubscribeUrls: 20,
  /** decoded octets of text and HTML that are held for reading */
  textOctets: 2 * 1024 * 1024,
  /** UTF-8 octets of visible text in the facts */
  visibleText: 256 * 1024,
  snippetCharacters: 200,
  /** open HTML elements that are told apart */
  htmlDepth: 256,
} as const

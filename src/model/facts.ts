// What the octets of a message say, found by `mail` at ingest. Plain data: it travels between threads and into the store.

/** `{name: '', address: 'ada@example.com'}`; a group's name is dropped and its members listed. */
export interface Address {
  readonly name: string
  readonly address: string
}

/** A header field; order and duplicates of the message are kept. */
export interface HeaderField {
  /** as written, `Content-Type` */
  readonly name: string
  /** unfolded and decoded (RFC 2047, RFC 6532), NFC not applied */
  readonly value: string
  /** the field body as on the wire with its folding, without the final line end; octets that are not UTF-8 read as Latin-1 */
  readonly raw: string
}

/** A node of the MIME tree. Offsets count octets from the start of the message. */
export interface Part {
  /** `1`, `1.2`, …; the path of the root of a multipart is `''`, of a single-part message `1` */
  readonly path: string
  /** lower case, `text/plain` where absent or unreadable (RFC 2045 §5.2) */
  readonly contentType: string
  /** Content-Type parameters, names lower case, values decoded (RFC 2231); in order */
  readonly parameters: readonly (readonly [name: string, value: string])[]
  readonly charset?: string
  /** Content-Transfer-Encoding, lower case, `7bit` where absent */
  readonly encoding: string
  readonly disposition?: string
  readonly filename?: string
  /** without angle brackets */
  readonly contentId?: string
  /** first octet of the part's header */
  readonly start: number
  /** first octet of its body */
  readonly bodyStart: number
  /** one past its last octet, the line end before the boundary excluded (RFC 2046 §5.1.1) */
  readonly end: number
  readonly children: readonly Part[]
}

export interface Attachment {
  /** path of its part */
  readonly part: string
  /** as decoded; display only, never a path. `''` where it has none */
  readonly filename: string
  readonly contentType: string
  /** decoded octets */
  readonly size: number
  readonly contentId?: string
  readonly disposition: string
  /** of the decoded octets, hex */
  readonly sha256: string
}

export interface Link {
  /** visible text, white space collapsed; the `alt` of an image link; `''` where there is none */
  readonly text: string
  readonly href: string
  /** path of the part it stands in */
  readonly part: string
}

/** A one-time code that a person would be asked to type. */
export interface Code {
  readonly value: string
  /** 0 to 1 */
  readonly confidence: number
  /** the visible words around it */
  readonly near: string
}

export interface ImageReference {
  readonly src: string
  readonly alt: string
  readonly part: string
}

/** A lint finding. */
export interface Problem {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  /** a sentence for a person, with the value and the rule's source */
  readonly message: string
  /** a header's name, a part's path or an octet offset */
  readonly where?: string
}

export interface ListUnsubscribe {
  readonly urls: readonly string[]
  /** RFC 8058 */
  readonly oneClick: boolean
}

export interface MailFacts {
  /** octets of the message's own header block, the empty line included */
  readonly headerSize: number
  /** at most a fixed number; `problems` tells when some were left out */
  readonly headers: readonly HeaderField[]
  readonly subject: string
  readonly from: readonly Address[]
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly bcc: readonly Address[]
  readonly replyTo: readonly Address[]
  /** the Date field, milliseconds since 1970 */
  readonly date?: number
  /** the Message-ID field with its angle brackets removed */
  readonly messageId?: string
  readonly root: Part
  /** paths of the parts whose decoded text makes `text` and `html`, in order */
  readonly textParts: readonly string[]
  readonly htmlParts: readonly string[]
  /** visible text for search: the text, or the text of the HTML; at most 256 kB of UTF-8 */
  readonly visibleText: string
  /** the visible text was longer than that */
  readonly textTruncated: boolean
  /** the first words of the visible text, white space collapsed, at most 200 characters */
  readonly snippet: string
  readonly attachments: readonly Attachment[]
  readonly links: readonly Link[]
  readonly codes: readonly Code[]
  readonly images: readonly ImageReference[]
  readonly listUnsubscribe?: ListUnsubscribe
  readonly problems: readonly Problem[]
}

// Everything about one message.

import type { Summary } from './summary.js'

export interface HeaderField {
  readonly name: string
  /** decoded */
  readonly value: string
}

/** A node of the MIME tree. */
export interface Part {
  /** `1.2`; `""` for the root of a multipart */
  readonly path: string
  readonly contentType: string
  readonly charset: string | null
  /** Content-Transfer-Encoding */
  readonly encoding: string
  readonly disposition: string | null
  readonly filename: string | null
  readonly contentId: string | null
  /** octets of the body as sent, still encoded */
  readonly size: number
  readonly children: readonly Part[]
}

export interface Attachment {
  /** path of its part */
  readonly part: string
  readonly filename: string
  readonly contentType: string
  /** decoded octets */
  readonly size: number
  readonly contentId: string | null
  readonly disposition: string
  /** of the decoded octets, hex */
  readonly sha256: string
  /** absolute path of its octets */
  readonly url: string
}

export interface Link {
  /** what a person sees of it */
  readonly text: string
  readonly href: string
  readonly part: string
}

/** A one-time code that a person would be asked to type. */
export interface Code {
  readonly value: string
  /** 0 to 1 */
  readonly confidence: number
  readonly near: string
}

export interface Image {
  readonly src: string
  readonly alt: string
  readonly part: string
}

export interface ListUnsubscribe {
  readonly urls: readonly string[]
  /** RFC 8058 */
  readonly oneClick: boolean
}

export interface EsmtpParameter {
  readonly name: string
  readonly value: string | null
}

export interface Recipient {
  readonly address: string
  /** what stood between the angle brackets, unchanged */
  readonly raw: string
  readonly parameters: readonly EsmtpParameter[]
}

/** The message in one inbox. */
export interface Delivery {
  readonly inbox: string
  readonly recipients: readonly Recipient[]
  /** why it lies there: `listener`, `header`, `subdomain`, `auth`, `default`, … */
  readonly routedBy: string
}

export interface Tls {
  readonly protocol: string
  readonly cipher: string
  readonly servername: string | null
}

export interface Auth {
  readonly method: string
  readonly user: string
}

/** The connection that a message came over. */
export interface MessageSession {
  readonly id: string
  /** `smtp`, `smtps`, `http` or `import` */
  readonly via: string
  readonly helo: string | null
  readonly remote: string | null
  readonly tls: Tls | null
  readonly auth: Auth | null
}

/** A lint finding. */
export interface MailProblem {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  /** a header's name, a part's path or an octet offset */
  readonly where: string | null
}

/** One try to hand the message over, and what it was answered. */
export interface Attempt {
  readonly sessionId: string
  /** RFC 3339 UTC */
  readonly at: string
  readonly reply: string
}

export interface Message extends Summary {
  /** the Message-ID field without angle brackets */
  readonly messageId: string | null
  /** octets that POP3 sends, every line ended by CRLF */
  readonly wireSize: number
  /** of the octets as received, hex */
  readonly sha256: string
  readonly headers: readonly HeaderField[]
  readonly text: string
  readonly html: string | null
  /** only the first 256 kB of the text are searched */
  readonly textTruncated: boolean
  readonly parts: Part
  readonly attachments: readonly Attachment[]
  readonly links: readonly Link[]
  readonly codes: readonly Code[]
  readonly images: readonly Image[]
  readonly listUnsubscribe: ListUnsubscribe | null
  readonly deliveries: readonly Delivery[]
  readonly session: MessageSession
  readonly problems: readonly MailProblem[]
  readonly attempts: readonly Attempt[]
}

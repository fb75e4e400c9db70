// The JSON body of `POST /v1/messages`.

export interface NewAttachment {
  readonly filename?: string
  /** base64 */
  readonly content: string
  readonly contentType?: string
  /** without angle brackets; the HTML shows it as `cid:…` */
  readonly contentId?: string
}

/** Addresses are written as in a header field: `Ada <ada@example.com>`. One of `to`, `cc`, `bcc` is needed. */
export interface NewMail {
  readonly from: string
  readonly to?: string | readonly string[]
  readonly cc?: string | readonly string[]
  readonly bcc?: string | readonly string[]
  readonly subject?: string
  readonly text?: string
  readonly html?: string
  readonly attachments?: readonly NewAttachment[]
}

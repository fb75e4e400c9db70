// Every error, as `application/problem+json` (RFC 9457).

export interface Problem {
  /** `urn:mailhold:problem:badInput` */
  readonly type: string
  readonly title: string
  readonly status: number
  /** what happened, for a person */
  readonly detail: string
  /** the wrong member or parameter: `attachments[0].filename` */
  readonly path?: string
  /** where in its text the mistake stands, in UTF-16 units from 0 */
  readonly position?: number
  /** what was probably meant */
  readonly suggestion?: string
}

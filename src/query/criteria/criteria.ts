// Criteria as their users write them, in JSON, YAML, query strings and test code alike.

/**
 * Every member that is present must hold. Text is compared decoded and in Unicode's NFC form.
 * A field with several values (`to`, `link`) holds if one of them satisfies all operators; `not` holds if none satisfies it.
 */
export interface TextOperators {
  readonly equals?: string
  readonly contains?: string
  readonly startsWith?: string
  readonly endsWith?: string
  /** `*` stands for any characters; the whole value must have the form */
  readonly glob?: string
  /** RE2 syntax, at most 500 characters; found anywhere in the first 256 kB of the value */
  readonly matches?: string
  readonly not?: TextCriterion
  /** whether there is such a value at all */
  readonly exists?: boolean
  /** for all operators beside it */
  readonly ignoreCase?: boolean
}

/** A bare string means what is usual for the field; `Criteria` tells what. */
export type TextCriterion = string | TextOperators

/** octets, both ends included */
export interface SizeRange {
  readonly min?: number
  readonly max?: number
}

export type SizeCriterion = number | SizeRange

export interface LinkMembers {
  /** bare: contains, case ignored */
  readonly text?: TextCriterion
  /** bare: equals */
  readonly href?: TextCriterion
}

export interface AttachmentMembers {
  /** bare: glob */
  readonly filename?: TextCriterion
  /** bare: glob, case ignored: `image/*` */
  readonly contentType?: TextCriterion
  readonly size?: SizeCriterion
}

/** With a name alone: there is such a header field. */
export interface HeaderCriterion extends TextOperators {
  readonly name: string
}

/** What a mail must look like: every member that is present must hold, and no member means any mail. */
export interface Criteria {
  /** address in the From field; bare: equals, case ignored, `*` allowed, `@example.com` a domain. So also the next five */
  readonly from?: TextCriterion
  readonly to?: TextCriterion
  readonly cc?: TextCriterion
  /** in the Bcc field, or in the envelope alone */
  readonly bcc?: TextCriterion
  /** in the envelope */
  readonly recipient?: TextCriterion
  readonly replyTo?: TextCriterion
  /** bare: equals, after collapsing white space */
  readonly subject?: TextCriterion
  /** the text, or the text that a person sees of the HTML; bare: contains */
  readonly body?: TextCriterion
  /** bare: contains */
  readonly text?: TextCriterion
  /** the source of the HTML, or the text that a person sees of it; bare: contains */
  readonly html?: TextCriterion
  /** bare: the visible text contains it, case ignored, or the href equals it. Members must hold for the same link */
  readonly link?: TextCriterion | (TextOperators & LinkMembers)
  /** a one-time code; bare: equals */
  readonly code?: TextCriterion
  /** bare: a glob of the file name. Members must hold for the same attachment */
  readonly attachment?: TextCriterion | (TextOperators & AttachmentMembers)
  /** bare: equals */
  readonly tag?: TextCriterion
  /** bare: equals */
  readonly inbox?: TextCriterion
  /** the id that Mailhold gave it; bare: equals */
  readonly id?: TextCriterion
  /** bare: equals, with or without angle brackets */
  readonly messageId?: TextCriterion
  readonly header?: HeaderCriterion
  /** octets as received */
  readonly size?: SizeCriterion
}

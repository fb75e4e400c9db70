// What a mail must look like, as a test writes it: the criteria of the server, and regular expressions.

/**
 * Every member that is present must hold. `matches` is RE2 syntax in a text, or a regular expression without flags or
 * with `i`; other flags throw.
 */
export interface TextOperators {
  readonly equals?: string
  readonly contains?: string
  readonly startsWith?: string
  readonly endsWith?: string
  /** `*` stands for any characters; the whole value must have the form */
  readonly glob?: string
  /** found anywhere in the first 256 kB of the value */
  readonly matches?: string | RegExp
  readonly not?: TextCriterion
  /** whether there is such a value at all */
  readonly exists?: boolean
  /** for all operators beside it */
  readonly ignoreCase?: boolean
}

/** A bare string means what is usual for the field; a regular expression is `matches`. */
export type TextCriterion = string | RegExp | TextOperators

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

export type LinkCriterion = TextCriterion | (TextOperators & LinkMembers)

export type AttachmentCriterion = TextCriterion | (TextOperators & AttachmentMembers)

/** With a name alone: there is such a header field. */
export interface HeaderCriterion extends TextOperators {
  readonly name: string
}

/** Every member that is present must hold, and no member means any mail. */
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
  readonly link?: LinkCriterion
  /** a one-time code; bare: equals */
  readonly code?: TextCriterion
  /** bare: a glob of the file name. Members must hold for the same attachment */
  readonly attachment?: AttachmentCriterion
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

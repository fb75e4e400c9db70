// The one attachment of a mail that a test means, and its octets.

import type { Attachment } from '../../wire/message.js'
import { NotInMail } from '../errors.js'
import { isRegExp } from '../realm.js'
import { checkChoice, finds, inWords, type Words } from './choice.js'
import { quoted, sentenceOf } from './words.js'

/** What the mail tells of an attachment, and its octets when they are asked for. */
export interface MailAttachment extends Attachment {
  /** the decoded octets */
  bytes(): Promise<Uint8Array>
  /** the octets as UTF-8 text */
  text(): Promise<string>
}

export interface AttachmentMembersChoice {
  /** the whole file name, `*` standing for any characters; or a pattern */
  readonly filename?: Words
  /** the whole type, case ignored, `*` standing for any characters: `image/*`; or a pattern */
  readonly contentType?: Words
}

/** A bare string or pattern is about the file name. */
export type AttachmentChoice = Words | AttachmentMembersChoice

/**
 * The attachment that is meant. Without a choice: the only one there is.
 * @throws NotInMail where there is none, or several; TypeError for what is no choice
 */
export function chooseAttachment(
  attachments: readonly Attachment[],
  choice: AttachmentChoice = {},
): Attachment {
  checkChoice(choice, { thing: 'an attachment', members: ['filename', 'contentType'] })
  const fitting = attachments.filter((attachment) => fits(attachment, choice))
  const [first] = fitting
  if (first && fitting.length === 1) return first
  const listed = (fitting.length > 1 ? fitting : attachments).map(
    ({ filename, contentType, size }) => `${quoted(filename)} ${contentType}, ${size} octets`,
  )
  throw new NotInMail(
    sentenceOf({ things: 'attachments', choice: inWords(choice), found: fitting.length, listed }),
  )
}

function fits({ filename, contentType }: Attachment, choice: AttachmentChoice): boolean {
  if (typeof choice === 'string' || isRegExp(choice)) return isWanted(filename, choice)
  const isType = isWanted(contentType.toLowerCase(), lowerCase(choice.contentType))
  return isType && isWanted(filename, choice.filename)
}

const isWanted = (value: string, wanted: Words = '*'): boolean =>
  isRegExp(wanted) ? finds(wanted, value) : hasForm(value, wanted)

const lowerCase = (words: Words | undefined): Words | undefined =>
  typeof words === 'string' ? words.toLowerCase() : words

/** Whether the whole of a name has a form in which `*` stands for any characters. Each piece is looked for once. */
export function hasForm(name: string, form: string): boolean {
  const value = name.normalize('NFC')
  const [first = '', ...others] = form.normalize('NFC').split('*')
  const last = others.pop()
  if (last === undefined) return value === first
  if (!value.startsWith(first)) return false
  let at = first.length
  for (const piece of others) {
    const found = value.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return value.length - last.length >= at && value.endsWith(last)
}

export interface AttachmentOctets {
  readonly bytes: () => Promise<Uint8Array>
}

/** The attachment with its two ways to the octets, which do not show when it is printed or compared. */
export function withOctets(attachment: Attachment, { bytes }: AttachmentOctets): MailAttachment {
  const text = async (): Promise<string> => new TextDecoder().decode(await bytes())
  const hidden = { bytes: { value: bytes }, text: { value: text } }
  return Object.defineProperties({ ...attachment }, hidden) as MailAttachment
}

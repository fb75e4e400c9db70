// The one attachment of a mail that a test means, and its octets.

import type { Attachment } from '../../wire/message.js'
import { NotInMail } from '../errors.js'
import { quoted, sentenceOf } from './words.js'

/** What the mail tells of an attachment, and its octets when they are asked for. */
export interface MailAttachment extends Attachment {
  /** the decoded octets */
  bytes(): Promise<Uint8Array>
  /** the octets as UTF-8 text */
  text(): Promise<string>
}

/**
 * @param name a file name, where `*` stands for any characters; absent: the only attachment there is
 * @throws NotInMail where there is none, or several
 */
export function chooseAttachment(attachments: readonly Attachment[], name = ''): Attachment {
  const fitting = name === '' ? attachments : attachments.filter(({ filename }) => hasForm(filename, name))
  const [first] = fitting
  if (first && fitting.length === 1) return first
  const listed = (fitting.length > 1 ? fitting : attachments).map(
    ({ filename, contentType, size }) => `${quoted(filename)} ${contentType}, ${size} octets`,
  )
  const choice = name === '' ? '' : quoted(name)
  throw new NotInMail(sentenceOf({ things: 'attachments', choice, found: fitting.length, listed }))
}

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

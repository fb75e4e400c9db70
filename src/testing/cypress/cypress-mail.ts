// A mail in the browser: data, and what a person would do with it. Octets are asked for with `cy.mailOctets`.

import { type AttachmentChoice, chooseAttachment } from '../../client/mail/attachment.js'
import { onlyCode } from '../../client/mail/code.js'
import { onlyHeader } from '../../client/mail/header.js'
import { chooseLink, type LinkChoice } from '../../client/mail/link.js'
import type { Attachment, Message } from '../../wire/message.js'

export interface CypressMail extends Message {
  /** Where the link goes that a person knows as `Confirm`. @throws NotInMail where there is none, or several */
  link(choice?: LinkChoice): string
  /** The one-time code. @throws NotInMail where there is none, or several */
  code(): string
  /** What is told of the attachment with that file name. @throws NotInMail where there is none, or several */
  attachment(choice?: AttachmentChoice): Attachment
  /** The decoded value of the header field with that name, case ignored. @throws NotInMail where there is none, or several */
  header(name: string): string
}

export const mailOf = (message: Message): CypressMail => ({
  ...message,
  link: (choice) => chooseLink(message.links, choice),
  code: () => onlyCode(message.codes),
  attachment: (choice) => chooseAttachment(message.attachments, choice),
  header: (name) => onlyHeader(message.headers, name),
})

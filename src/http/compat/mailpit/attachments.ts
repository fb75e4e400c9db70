// Attachments with their checksums, which are counted when somebody looks: the store keeps only one of the three.

import { createHash } from 'node:crypto'
import type { Mailroom } from '../../../mailroom/mailroom.js'
import type { Attachment } from '../../../model/facts.js'
import type { Message } from '../../../model/message.js'
import { isInline, type MailpitAttachment } from './form.js'

type Checksums = MailpitAttachment['Checksums']

const rememberAtMost = 500

/** Reads each attachment once; what was counted is remembered for a while, by its SHA-256. */
export function createChecksums({ part }: Pick<Mailroom, 'part'>) {
  const known = new Map<string, Checksums>()
  const count = async (message: Message, { part: path, sha256 }: Attachment): Promise<Checksums> => {
    const [md5, sha1] = [createHash('md5'), createHash('sha1')]
    const open = await part(message, path)
    for await (const octets of open?.octets ?? []) {
      md5.update(octets)
      sha1.update(octets)
    }
    return { MD5: md5.digest('hex'), SHA1: sha1.digest('hex'), SHA256: sha256 }
  }
  return async (message: Message, attachment: Attachment): Promise<Checksums> => {
    const found = known.get(attachment.sha256) ?? (await count(message, attachment))
    if (known.size >= rememberAtMost) known.clear()
    known.set(attachment.sha256, found)
    return found
  }
}

/** Those in the midst of the text, and the others. */
export async function attachmentForms(message: Message, checksums: ReturnType<typeof createChecksums>) {
  const forms: { readonly inline: MailpitAttachment[]; readonly attachments: MailpitAttachment[] } = {
    inline: [],
    attachments: [],
  }
  for (const one of message.facts.attachments) {
    const form = {
      PartID: one.part,
      FileName: one.filename || (one.contentId ?? ''),
      ContentType: one.contentType,
      ContentID: one.contentId ?? '',
      Size: one.size,
      Checksums: await checksums(message, one),
    }
    ;(isInline(one) ? forms.inline : forms.attachments).push(form)
  }
  return forms
}

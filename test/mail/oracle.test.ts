// mailparser reads the same mails; what it says differently is listed here with the reason.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AddressObject, simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { indexOctets } from '../support/mail-index.js'

const reasons = {
  guessedType: 'mailparser guesses a type from the file name; ours is the one that is written',
  latin1: 'octets that are no UTF-8 are read as Latin-1, mailparser replaces them',
  report: 'a delivery status is an attachment here; mailparser takes it for text',
  alternative: 'a text form of an alternative that no reader lists is no attachment',
  repeatedDisposition: 'the first Content-Disposition counts',
  repeatedField: 'all From fields are listed',
  spacedDomain: 'mailparser cuts a domain at a blank or loses the mailbox before it',
  badType: 'an unreadable type is text/plain (RFC 2045 §5.2)',
  namedText: 'text with a file name behind the text of the mail is a file; mailparser joins it to the text',
  exactSize: 'an attached message is counted as it lies between the boundaries, octet by octet',
} as const

const differences: Readonly<Record<string, keyof typeof reasons>> = {
  'attachment_emails-attachment_with_encoded_name.eml': 'guessedType',
  'plain_emails-raw_email8.eml': 'guessedType',
  'nice-unicode1.eml': 'guessedType',
  'spam-extracttext-gtube_b64_oct.eml.eml': 'guessedType',
  'spam-hashbl.eml': 'guessedType',
  'spam-olevbmacro-macro.eml.eml': 'guessedType',
  'spam-olevbmacro-malicemacro.eml.eml': 'guessedType',
  'spam-olevbmacro-nomacro.eml.eml': 'guessedType',
  'spam-olevbmacro-renamedmacro.eml.eml': 'guessedType',
  'error_emails-invalid_subject_characters.eml': 'latin1',
  'nice-cjk-big5-base64.1.eml': 'latin1',
  'nice-cjk-gb2312.1.eml': 'latin1',
  'mime_emails-raw_email_with_mimepart_without_content_type.eml': 'report',
  'multipart_report_emails-multi_address_bounce1.eml': 'report',
  'multipart_report_emails-multi_address_bounce2.eml': 'report',
  'multipart_report_emails-multipart_report_multiple_status.eml': 'report',
  'multipart_report_emails-report_422.eml': 'report',
  'multipart_report_emails-report_530.eml': 'report',
  'mime_emails-raw_email11.eml': 'alternative',
  'error_emails-multiple_invalid_content_dispositions.eml': 'repeatedDisposition',
  'spam-008.eml': 'repeatedField',
  'rfc2822-example11.eml': 'spacedDomain',
  'rfc2822-example13.eml': 'spacedDomain',
  'nice-cjk-iso-2022-jp.1.eml': 'namedText',
  'nice-mime8.eml': 'badType',
  'spam-badctype1.eml': 'badType',
  'nice-mime9.eml': 'exactSize',
}

interface Reading {
  readonly subject: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly attachments: readonly string[]
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()
const sorted = (list: readonly (string | undefined)[]) =>
  list.flatMap((item) => item?.toLowerCase() || []).sort()

function ours(octets: Uint8Array): Reading {
  const { subject, from, to, cc, attachments } = indexOctets(octets)
  const addresses = (list: typeof from) => sorted(list.map(({ address }) => address))
  return {
    subject: collapse(subject),
    from: addresses(from),
    to: addresses(to),
    cc: addresses(cc),
    attachments: attachments.map((one) => `${one.filename}|${one.contentType}|${one.size}`).sort(),
  }
}

async function oracles(octets: Buffer): Promise<Reading> {
  const mail = await simpleParser(octets, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  })
  const addresses = (field: AddressObject | AddressObject[] | undefined) =>
    sorted(
      [field ?? []]
        .flat()
        .flatMap(({ value }) => value.flatMap((entry) => entry.group ?? [entry]))
        .map(({ address }) => address),
    )
  return {
    subject: collapse(mail.subject ?? ''),
    from: addresses(mail.from),
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    attachments: mail.attachments.map((one) => `${one.filename ?? ''}|${one.contentType}|${one.size}`).sort(),
  }
}

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
const generated = [
  { subject: 'Plain', text: 'Hello' },
  {
    subject:
      'Grüße 👋 aus Köln — ein langer Betreff, der in mehrere Wörter zerlegt werden muss, weil er lang ist',
    text: 'ä',
    html: '<p>ä</p>',
  },
  {
    subject: 'Files',
    text: 'x',
    attachments: [
      { filename: 'naïve ☕ "file".pdf', content: 'pdf' },
      { filename: 'ö'.repeat(60), content: 'x' },
    ],
  },
  {
    subject: 'Inline',
    html: '<img src="cid:a">',
    attachments: [{ cid: 'a', filename: 'a.png', content: 'png' }],
  },
] as const

describe('mailparser agrees on subject, addresses and attachments of', () => {
  test.each(generated)('a generated mail: $subject', async (mail) => {
    const { message } = await composer.sendMail({
      from: '"Doe, Jäne" <jane@example.com>',
      to: ['bob@example.com', 'Ünal <u@example.com>'],
      ...mail,
      attachments: 'attachments' in mail ? [...mail.attachments] : [],
    })
    const octets = Buffer.isBuffer(message) ? message : Buffer.alloc(0)

    expect(ours(octets)).toEqual(await oracles(octets))
    expect(ours(octets).subject).toBe(mail.subject)
  })

  const folder = process.env.MAILHOLD_CORPUS
  const files =
    folder === undefined
      ? []
      : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.eml'))
  for (const file of files) {
    const name = file.split('/').at(-1) ?? file
    const difference = differences[name]
    test(difference === undefined ? name : `${name}, but for this: ${reasons[difference]}`, async () => {
      const octets = readFileSync(join(folder ?? '', file))
      const agreement = expect(ours(octets))

      if (difference === undefined) agreement.toEqual(await oracles(octets))
      else agreement.not.toEqual(await oracles(octets))
    })
  }
})

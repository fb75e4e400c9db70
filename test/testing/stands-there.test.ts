import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Criteria, Mail } from '#mailhold/client/client.js'
import { type StartedMailhold, startMailhold } from '#mailhold/server/start-mailhold.js'
import { standsThere } from '#mailhold/testing/matchers/stands-there.js'
import '#mailhold/testing/vitest.js'

let mailhold: StartedMailhold
let asked: string[] = []
beforeAll(async () => {
  const counting: typeof fetch = (...request) => {
    asked.push(String(request[0]))
    return fetch(...request)
  }
  mailhold = await startMailhold({}, { fetch: counting })
})
afterAll(() => mailhold.stop())

const html = (link: string, href: string, code: string): string =>
  `<p>Your verification code is <b>${code}</b>. <a href="${href}">${link}</a></p>`

/** Subjects, local parts, links and file names with what comparing folds, cuts and reads in ways of its own. */
const mails = [
  { subject: 'Confirm', to: 'ada', link: 'Confirm', href: 'https://app.example/1', file: 'a.pdf' },
  {
    subject: 'Two  blanks and a\ttab ',
    to: 'Ada.B+tag',
    link: ' A  link ',
    href: 'HTTPS://App.Example/%7eada',
    file: 'a  b .pdf',
  },
  {
    subject: 'Cafe\u0301',
    to: 'cafe\u0301',
    link: 'Cafe\u0301',
    href: 'https://app.example/é',
    file: 'Cafe\u0301.pdf',
  },
  { subject: '*', to: '*', link: '<b>*</b>', href: 'https://app.example/*', file: '*.pdf' },
  { subject: '@example.com', to: '"a b"', link: '@example.com', href: 'mailto:a@example.com', file: '@a' },
  {
    subject: '\u{1F4E8} İI ß',
    to: 'İ',
    link: '\u{1F4E8} İI ß',
    href: 'https://app.example/?q=ß',
    file: 'İI ß.pdf',
  },
  { subject: ' ', to: 'blank', link: '\u00a0', href: '#', file: ' ' },
  { subject: '\u200b', to: 'zero', link: '\u200bx', href: 'tel:1', file: '..' },
]

it('is nothing that the server would not say', async () => {
  let certain = 0
  for (const [at, { subject, to, link, href, file }] of mails.entries()) {
    const mail = await arrived(
      mailhold.compose({
        from: 'app@example.com',
        to: `${to}@w${at}.mailhold.test`,
        subject,
        html: html(link, href, `48291${at}`),
        attachments: [{ filename: file, content: 'cGRm', contentType: 'application/pdf' }],
      }),
    )
    for (const criteria of askedOf(mail).filter((one) => standsThere(mail, one))) {
      certain += 1
      expect(await mail.judge(criteria), JSON.stringify({ at, criteria })).toMatchObject({ pass: true })
    }
  }
  expect(certain).toBeGreaterThan(25)
})

/** Every value of the mail, under every name that a bare text can be asked by. */
const askedOf = (mail: Mail): readonly Criteria[] => {
  const { subject, envelope, links, codes, attachments } = mail
  const values = [
    subject,
    ...envelope.to,
    ...links.flatMap(({ text, href }) => [text, href]),
    ...codes.map(({ value }) => value),
    ...attachments.map(({ filename }) => filename),
  ]
  return values.flatMap((value) =>
    ['subject', 'recipient', 'link', 'code', 'attachment'].map((name) => ({ [name]: value })),
  )
}

it('takes no request, and everything else is the server’s', async () => {
  const inbox = mailhold.inbox()
  const mail = await arrived(
    mailhold.compose({
      from: 'app@example.com',
      to: inbox.address('ada'),
      subject: 'Confirm',
      html: html('Confirm', 'https://app.example/1', '482913'),
    }),
  )
  asked = []
  await expect(mail).toHaveSubject('Confirm')
  await expect(mail).toBeSentTo(inbox.address('ada'))
  await expect(mail).toHaveLink('https://app.example/1')
  await expect(mail).toHaveCode('482913')
  expect(asked).toEqual([])

  await expect(mail).toBeSentTo(inbox.address('ADA'))
  await expect(mail).not.toHaveSubject('confirm')
  await expect(expect(mail).not.toHaveSubject('Confirm')).rejects.toThrow('but it has')
  await expect(expect(mail).toHaveCode('482914')).rejects.toThrow('482913')
  expect(asked).toHaveLength(4)
})

const arrived = async (kept: Promise<{ readonly id: string }>): Promise<Mail> =>
  mailhold.getMail({ id: (await kept).id }, { after: 'start' })

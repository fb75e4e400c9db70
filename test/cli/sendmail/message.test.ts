import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { essentialFlags } from '#mailhold/cli/sendmail/flags.js'
import { prepareMessage } from '#mailhold/cli/sendmail/message.js'

const nothing = { readRecipients: false, ignoreDots: false, from: '', fullName: '', recipients: [] }

const prepare = (text: string, request = {}) => {
  const { mail, from, to } = prepareMessage(Buffer.from(text), { ...nothing, ...request })
  return { text: Buffer.from(mail).toString(), from, to }
}

describe('a message for sendmail', () => {
  it('gets CRLF line ends and nothing else', () => {
    expect(prepare('Subject: ä\n\na\r\nb\n', { recipients: ['ada@example.com'] })).toEqual({
      text: 'Subject: ä\r\n\r\na\r\nb\r\n',
      from: undefined,
      to: ['ada@example.com'],
    })
  })

  it('ends at a line of one dot', () => {
    expect(prepare('Subject: x\n\na\n.\nb\n').text).toBe('Subject: x\r\n\r\na\r\n')
    expect(prepare('Subject: x\n\na\n..\n.b\n').text).toBe('Subject: x\r\n\r\na\r\n..\r\n.b\r\n')
  })

  it('does not end at a dot with -i', () => {
    expect(prepare('Subject: x\n\na\n.\nb\n', { ignoreDots: true }).text).toBe(
      'Subject: x\r\n\r\na\r\n.\r\nb\r\n',
    )
  })

  it('names its recipients with -t and loses Bcc, also a folded one', () => {
    const text =
      'To: Ada <ada@example.com>\nBcc: bob@example.com,\n cy@example.com\nCC: ada@example.com\nX: 1\n\nBcc: body\n'

    expect(prepare(text, { readRecipients: true, recipients: ['dan@example.com'] })).toEqual({
      text: 'To: Ada <ada@example.com>\r\nCC: ada@example.com\r\nX: 1\r\n\r\nBcc: body\r\n',
      from: undefined,
      to: ['dan@example.com', 'ada@example.com', 'bob@example.com', 'cy@example.com'],
    })
  })

  it('keeps Bcc and takes no recipients without -t', () => {
    expect(prepare('To: ada@example.com\nBcc: bob@example.com\n\n').to).toEqual([])
    expect(prepare('Bcc: bob@example.com\n\n').text).toBe('Bcc: bob@example.com\r\n\r\n')
  })

  it('gets a From with -f when it has none', () => {
    const request = { from: 'app@example.com', fullName: 'The "App"' }

    expect(prepare('Subject: x\n\n', request).text).toBe(
      'From: "The \\"App\\"" <app@example.com>\r\nSubject: x\r\n\r\n',
    )
    expect(prepare('from: a@example.com\n\n', request)).toEqual({
      text: 'from: a@example.com\r\n\r\n',
      from: 'app@example.com',
      to: [],
    })
  })

  it('keeps every octet of any other input', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        const { mail } = prepareMessage(octets, { ...nothing, ignoreDots: true })
        const crlf = Buffer.from(octets).toString('latin1').replace(/\r?\n/g, '\r\n')
        expect(Buffer.from(mail).toString('latin1')).toBe(crlf)
      }),
    )
  })

  it('may have 20,000 header lines or one of 20 MB', () => {
    prepareMessage(Buffer.from(`${'X: 1\n y\n'.repeat(20_000)}\n`), { ...nothing, readRecipients: true })
    prepareMessage(Buffer.from(`To: ${'a'.repeat(20_000_000)}`), { ...nothing, readRecipients: true })
  }, 4000)
})

describe('the flags of sendmail', () => {
  it.each([
    ['-t -i', '-t -i'],
    ['-oi -f a@b c@d', '-oi -f a@b c@d'],
    ['-ra@b', '-fa@b'],
    ['-r a@b', '-f a@b'],
    ['-N never -R hdrs -v -U -Oq=1 x@y', 'x@y'],
    ['-B 8BITMIME -t', '-t'],
    ['-t -- -v', '-t -- -v'],
  ])('%s come down to %s', (given, kept) => {
    expect(essentialFlags(given.split(' ')).join(' ')).toBe(kept)
  })
})

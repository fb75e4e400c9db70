import { describe, expect, test } from 'vitest'
import { paces, play } from '../support/dialogue.js'
import { smtp } from '../support/smtp.js'

describe.each(paces)('with the client speaking in %s', (pace) => {
  test('a mail goes in by DATA and is kept as it was sent', async () => {
    const { mailroom, at } = await smtp()

    await play(
      at,
      `
      S: 220 mx.test ESMTP mailhold
      C: EHLO me.test
      S: 250-mx.test
      S: 250-PIPELINING
      S: 250-SIZE 1000000
      S: 250-8BITMIME
      S: 250-SMTPUTF8
      S: 250-CHUNKING
      S: 250-BINARYMIME
      S: 250-DSN
      S: 250-ENHANCEDSTATUSCODES
      S: 250-AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2
      S: 250 HELP
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok
      C: RCPT TO:<bob@example.com>
      S: 250 2.1.5 Ok
      C: DATA
      S: 354 End with <CR><LF>.<CR><LF>
      C: Subject: hi
      C:
      C: ..dot
      C: .
      S: 250 2.0.0 Ok: kept as m1
      C: QUIT
      S: 221 2.0.0 Bye
      * closed
      `,
      pace,
    )

    expect(mailroom.kept.map((message) => message.octets.toString())).toEqual(['Subject: hi\r\n\r\n.dot\r\n'])
  })

  test('a mail goes in by BDAT in chunks', async () => {
    const { mailroom, at } = await smtp()

    await play(
      at,
      `
      S: 220 mx.test ESMTP mailhold
      C: HELO me.test
      S: 250 mx.test
      C: MAIL FROM:<> BODY=BINARYMIME
      S: 250 2.1.0 Ok
      C: RCPT TO:<bob@example.com>
      S: 250 2.1.5 Ok
      C: BDAT 5
      C> ab\\r\\n.
      S: 250 2.0.0 Ok: 5 octets
      C: BDAT 4
      C> \\r\\n\\0\\xff
      S: 250 2.0.0 Ok: 4 octets
      C: BDAT 0 LAST
      S: 250 2.0.0 Ok: kept as m1
      C: QUIT
      S: 221 2.0.0 Bye
      * closed
      `,
      pace,
    )

    expect(mailroom.kept.map((message) => message.octets.toString('latin1'))).toEqual(['ab\r\n.\r\n\0\xff'])
  })
})

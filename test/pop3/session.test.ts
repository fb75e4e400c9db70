import { expect, test } from 'vitest'
import { paces, play } from '../support/dialogue.js'
import { pop3Server } from '../support/pop3-server.js'

const mails = ['Subject: one\r\n\r\n.dot\r\n..two\r\nend\r\n', 'Subject: two\n\nbare\nopen']

test.each(paces)('a session of RFC 1939 §10 works whole (%s)', async (pace) => {
  await using pop3 = await pop3Server(mails)

  await play(
    pop3.address,
    `
    S: +OK Mailhold is ready
    C: user ada
    S: +OK now the password
    C: PASS any thing
    S: +OK 2 messages for ada
    C: STAT
    S: +OK 2 62
    C: LIST
    S: +OK 2 messages (62 octets)
    S: 1 34
    S: 2 28
    S: .
    C: UIDL
    S: +OK unique ids follow
    S: 1 m1
    S: 2 m2
    S: .
    C: RETR 1
    S: +OK 34 octets
    S: Subject: one
    S: 
    S: ..dot
    S: ...two
    S: end
    S: .
    C: RETR 2
    S: +OK 28 octets
    S: Subject: two
    S: 
    S: bare
    S: open
    S: .
    C: TOP 1 1
    S: +OK top of message follows
    S: Subject: one
    S: 
    S: ..dot
    S: .
    C: DELE 1
    S: +OK message 1 marked as deleted
    C: LIST
    S: +OK 1 messages (28 octets)
    S: 2 28
    S: .
    C: RSET
    S: +OK 2 messages (62 octets)
    C: DELE 2
    S: +OK message 2 marked as deleted
    C: NOOP
    S: +OK nothing done
    C: QUIT
    S: +OK bye, 1 deleted
    * closed`,
    pace,
  )

  expect(pop3.maildrops.removed).toEqual(['m2'])
})

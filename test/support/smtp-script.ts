// Beginnings of SMTP dialogues that many tests share.

const greeted = `
  S: 220 mx.test ESMTP mailhold
  C: HELO me.test
  S: 250 mx.test`

const addressed = `${greeted}
  C: MAIL FROM:<ada@example.com>
  S: 250 2.1.0 Ok
  C: RCPT TO:<bob@example.com>
  S: 250 2.1.5 Ok`

const dataBegun = `${addressed}
  C: DATA
  S: 354 End with <CR><LF>.<CR><LF>`

const goodbye = `
  C: QUIT
  S: 221 2.0.0 Bye
  * closed`

/** Each ends where its name says; `goodbye` ends a dialogue. */
export const script = { greeted, addressed, dataBegun, goodbye }

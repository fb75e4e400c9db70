// One SMTP connection that delivers mails and tells when each was acknowledged.

import { connect } from 'node:net'

const endOfData = Buffer.from('\r\n.\r\n')

export async function openLine(port) {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  let text = ''
  let next
  socket.setEncoding('latin1')
  socket.on('data', (data) => {
    text += data
    const reply = /^(?:\d{3}-.*\r\n)*(\d{3})(?: .*)?\r\n/.exec(text)
    if (!reply) return
    text = text.slice(reply[0].length)
    next({ code: reply[1], at: performance.now() })
  })
  const reply = (expected) =>
    new Promise((resolve, reject) => {
      next = ({ code, at }) =>
        code === expected ? resolve(at) : reject(new Error(`${code} instead of ${expected}`))
    })
  const say = (octets, expected) => {
    const answered = reply(expected)
    socket.write(octets)
    return answered
  }
  await reply('220')
  await say('EHLO bench\r\n', '250')
  return {
    /** Resolves with the moments at which the mail was sent and its 250 was read. */
    async deliver({ octets }, ...recipients) {
      await say('MAIL FROM:<app@example.com>\r\n', '250')
      for (const recipient of recipients) await say(`RCPT TO:<${recipient}>\r\n`, '250')
      await say('DATA\r\n', '354')
      const sent = performance.now()
      return { sent, kept: await say(Buffer.concat([octets, endOfData]), '250') }
    },
    close: () => socket.destroy(),
  }
}

// A client of its own process that sends small mails one after the other until its standard input ends, and then prints the
// times between the end of the data and the reply, in milliseconds, as JSON.

import { connect } from 'node:net'

const socket = connect(Number(process.argv[2]), '127.0.0.1').setNoDelay(true)
const times = []
let isEnding = false
let answer = () => undefined
process.stdin.on('end', () => {
  isEnding = true
})
process.stdin.resume()
let heard = ''
socket.on('data', (data) => {
  heard += data
  if (!/^\d{3} .*\r\n/m.test(heard)) return
  heard = ''
  answer()
})
const reply = () =>
  new Promise((resolve) => {
    answer = resolve
  })
const say = (text) => {
  const heardBack = reply()
  socket.write(text)
  return heardBack
}

await reply()
await say('EHLO bystander\r\n')
process.stdout.write('ready\n')
do {
  await say('MAIL FROM:<b@example.com>\r\n')
  await say('RCPT TO:<bystander@example.com>\r\n')
  await say('DATA\r\n')
  const began = performance.now()
  await say('Subject: small\r\n\r\nhello\r\n.\r\n')
  times.push(performance.now() - began)
} while (!isEnding)
socket.end('QUIT\r\n')
process.stdout.write(JSON.stringify(times))

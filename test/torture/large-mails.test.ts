import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { api } from '../support/api.js'
import { watchBystander } from '../support/bystander.js'
import { openSender } from '../support/smtp-sender.js'
import { type SpawnedMailhold, spawnMailhold } from '../support/spawned.js'

const large = 100 * 1024 * 1024
const many = 10
/** kB of resident memory at its highest, as the kernel counted it. */
const mostMemory = 350 * 1024

let mailhold: SpawnedMailhold
beforeAll(async () => {
  mailhold = await spawnMailhold([
    '--max-message-size',
    '150MB',
    '--data',
    `/tmp/mailhold-large-${process.pid}`,
  ])
})
afterAll(async () => {
  await api(mailhold.url).remove('?all=true')
  await mailhold?.end()
})

const peakMemory = (): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${mailhold.pid}/status`, 'utf8'))?.[1])

const base64Line = `${Buffer.alloc(57, 11).toString('base64')}\r\n`
const block = Buffer.from(base64Line.repeat(1000))

/** Writes a message of 100 MB with back-pressure; resolves with the reply. */
async function sendLarge(): Promise<string> {
  const sender = await openSender(mailhold.smtp)
  await sender.say('MAIL FROM:<app@example.com>')
  await sender.say('RCPT TO:<ada@example.com>')
  await sender.say('DATA')
  const { socket } = sender
  socket.write('Subject: large\r\nContent-Transfer-Encoding: base64\r\nContent-Type: application/zip\r\n\r\n')
  for (let sent = 0; sent < large; sent += block.length) {
    if (!socket.write(block)) await new Promise((resolve) => socket.once('drain', resolve))
  }
  const reply = await sender.say(Buffer.from('\r\n.\r\n'))
  sender.close()
  return reply.text
}

test('ten mails of 100 MB at once need little memory, and small mails pass them', {
  timeout: 240_000,
}, async () => {
  const bystander = await watchBystander(mailhold.smtp)
  const replies = await Promise.all(Array.from({ length: many }, sendLarge))
  const times = await bystander.end()
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
  console.log(
    `peak ${Math.round(peakMemory() / 1024)} MB; ${times.length} small mails: median ${at(0.5).toFixed(0)} ms, 95 % ${at(0.95).toFixed(0)} ms, worst ${at(1).toFixed(0)} ms`,
  )

  expect(replies.map((reply) => reply.slice(0, 22))).toEqual(Array(many).fill('250 2.0.0 Ok: kept as '))
  expect(peakMemory()).toBeLessThan(mostMemory)
  expect(at(0.5)).toBeLessThan(100)
})

test('a client that vanishes in the middle of a large mail leaves nothing but a session', async () => {
  const before = (await api(mailhold.url).status()).counts.messages
  const socket = connect(mailhold.smtp, '127.0.0.1')
  socket.write('EHLO gone\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n')
  socket.write(block)
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.destroy()
  const vanished = async () => {
    const { sessions } = await api(mailhold.url).sessions('?protocol=smtp')
    return sessions.some(({ helo, endedAt }) => helo === 'gone' && endedAt)
  }
  await expect.poll(vanished, { timeout: 5000 }).toBe(true)

  expect((await api(mailhold.url).status()).counts.messages).toEqual(before)
})

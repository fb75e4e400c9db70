import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { api } from '../support/api.js'
import { sampleMails } from '../support/mails.js'
import { openSender, type Reply, type SmtpSender } from '../support/smtp-sender.js'

const sha256 = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex')
/** Odd on purpose: chunks end inside lines, inside CRLF and inside characters. */
const chunkSizes = [1, 7, 113, 1021, 65_537]
const slow = 1000

let mailhold: RunningMailhold
let sender: SmtpSender
const port = () => mailhold.smtp?.port ?? 0

beforeAll(async () => {
  mailhold = await startMailhold({ maxMessageSize: '50MB' })
  sender = await openSender(port())
  // the first message also waits for threads that start when they are first needed
  await sender.deliver(Buffer.from('Subject: first\r\n\r\n'))
})
afterAll(async () => {
  sender?.close()
  await mailhold?.stop()
})

async function deliverByBdat(octets: Buffer, size: number): Promise<Reply> {
  await sender.say('MAIL FROM:<app@example.com> BODY=BINARYMIME')
  await sender.say('RCPT TO:<ada@example.com>')
  let reply: Reply | undefined
  for (let at = 0; at < octets.length; at += size) {
    const chunk = octets.subarray(at, at + size)
    const last = at + size >= octets.length
    const command = Buffer.from(`BDAT ${chunk.length}${last ? ' LAST' : ''}\r\n`)
    reply = await sender.say(Buffer.concat([command, chunk]))
    if (reply.code !== 250) return reply
  }
  return reply ?? { code: 0, text: 'nothing to send' }
}

const keptId = ({ text }: Reply): string => /kept as ([a-z0-9]+)/.exec(text)?.[1] ?? `not kept: ${text}`

const rawOf = (id: string) => api(mailhold.url).raw(id)

describe.each(sampleMails())('$name', ({ octets }) => {
  test('comes back as it was sent by DATA', async () => {
    const began = Date.now()
    const id = keptId(await sender.deliver(octets))

    expect(sha256(await rawOf(id))).toBe(sha256(octets))
    expect(Date.now() - began).toBeLessThan(slow)
  })

  test('comes back as it was sent by BDAT in odd chunks', async () => {
    const fewest = Math.ceil(octets.length / 200)
    for (const size of chunkSizes.filter((size) => size >= fewest)) {
      const id = keptId(await deliverByBdat(octets, size))

      expect(sha256(await rawOf(id))).toBe(sha256(octets))
    }
  })

  test('comes back as it was posted, and says its digest', async () => {
    const server = api(mailhold.url)
    const response = await server.post('?from=app@example.com&to=ada@example.com', new Uint8Array(octets))
    const { id } = await server.summaryOf(response)
    const message = await server.message(id)

    expect(response.status).toBe(201)
    expect(sha256(await rawOf(id))).toBe(sha256(octets))
    expect(message.sha256).toBe(sha256(octets))
    expect(message.size).toBe(octets.length)
  })
})

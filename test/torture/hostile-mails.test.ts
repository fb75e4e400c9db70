import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api } from '../support/api.js'
import { watchBystander } from '../support/bystander.js'
import { hostileMails } from '../support/hostile-mails.js'
import { openSender } from '../support/smtp-sender.js'
import { type SpawnedMailhold, spawnMailhold } from '../support/spawned.js'

/** From the first octet of the message to its full description, in milliseconds. */
const shownWithin = 4000
/**
 * What another client may wait for its own small mail at worst, milliseconds: told apart from a server that stands still.
 * How long it is on a quiet machine is printed, and is a twentieth.
 */
const othersWaitAtMost = 1000

let mailhold: SpawnedMailhold
beforeAll(async () => {
  mailhold = await spawnMailhold()
  // what starts with the first mail of all is nobody else's doing
  const sender = await openSender(mailhold.smtp)
  await sender.deliver(Buffer.from('Subject: first\r\n\r\nhello\r\n'))
  sender.close()
})
afterAll(async () => {
  await mailhold?.end()
})

describe.each(hostileMails)('$name', ({ octets }) => {
  test('is kept, listed and shown in time, byte for byte', async () => {
    const bystander = await watchBystander(mailhold.smtp)
    const began = Date.now()
    const sender = await openSender(mailhold.smtp)
    const reply = await sender.deliver(octets)
    sender.close()
    const id = /kept as ([a-z0-9]+)/.exec(reply.text)?.[1]
    const { messages } = await api(mailhold.url).list('?limit=1&q=-recipient:bystander@example.com')
    const message = await api(mailhold.url).message(id ?? 'none')
    const took = Date.now() - began
    const others = await bystander.end()
    console.log(`shown after ${took} ms; ${others.length} others, worst ${others.at(-1)?.toFixed(0)} ms`)
    const raw = await api(mailhold.url).raw(id ?? 'none')

    expect(reply.text).toMatch(/^250 2\.0\.0 Ok: kept as/)
    expect(messages[0]?.id).toBe(id)
    expect(message.size).toBe(octets.length)
    expect(raw.equals(octets)).toBe(true)
    expect(message.sha256).toBe(createHash('sha256').update(octets).digest('hex'))
    expect(took).toBeLessThan(shownWithin)
    expect(others.at(-1)).toBeLessThan(othersWaitAtMost)
  })
})

test('names from mail never become keys or paths', async () => {
  const { messages } = await api(mailhold.url).list('?q=filename%3Ax')
  const message = await api(mailhold.url).message(messages[0]?.id ?? 'none')
  const part = await fetch(`${mailhold.url}/v1/messages/${message.id}/parts/${message.attachments[0]?.part}`)

  expect(message.attachments[0]?.filename).toBe('../../x')
  expect(part.headers.get('content-disposition')).not.toContain('/')
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { type Client, createClient } from '#mailhold/client/client.js'

let server: RunningMailhold
let client: Client

beforeAll(async () => {
  server = await startMailhold({ pop3: 'off' })
  client = createClient({ url: server.url })
})

afterAll(async () => {
  await server.stop()
})

const send = (inbox: string) =>
  client.compose({ from: 'app@example.com', to: `ada@${inbox}.mailhold.test`, subject: 'Hello', text: 'Hi.' })

describe('an inbox of its own', () => {
  it('is made, found and removed', async () => {
    const inbox = await client.putInbox({ prefix: 'w3', ttl: '30m' })
    await send(inbox.name)

    expect(inbox.name).toMatch(/^w3-/)
    expect((await client.inboxes()).inboxes.map(({ name }) => name)).toContain(inbox.name)
    expect(await client.removeInbox(inbox.name)).toBe(1)
    await expect(client.removeInbox(inbox.name)).rejects.toMatchObject({ status: 404 })
  })

  it('has fault rules that go with it', async () => {
    const { name } = await client.putInbox()
    const rule = await client.addFault({
      where: { inbox: name },
      stage: 'rcpt',
      do: { reply: '451 4.3.0 try later' },
      times: 2,
    })

    expect(await client.fault(rule.id)).toEqual(rule)
    expect((await client.faults(name)).faults).toEqual([rule])
    await client.removeFault(rule.id)
    expect(await client.removeFaults(name)).toBe(0)
    expect((await client.faults(name)).faults).toEqual([])
  })
})

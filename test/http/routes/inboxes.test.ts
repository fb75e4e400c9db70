import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inbox, InboxList } from '#mailhold/wire/inbox.js'
import type { Deleted, List } from '#mailhold/wire/list.js'
import { readEvents } from '../../support/event-reader.js'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'
import { openSender } from '../../support/smtp-sender.js'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.mailhold.stop())

async function open(wish: unknown): Promise<{ status: number; inbox: Inbox }> {
  const answer = await server.ask('/v1/inboxes', jsonBody('POST', wish))
  return { status: answer.status, inbox: (await answer.json()) as Inbox }
}
const listed = async (name: string) =>
  (await server.json<InboxList>('/v1/inboxes')).inboxes.find((inbox) => inbox.name === name)

describe('an inbox', () => {
  it('is made without a word, with all that is needed to use it', async () => {
    const answer = await server.ask('/v1/inboxes', { method: 'POST' })
    const inbox = (await answer.json()) as Inbox

    expect(answer.status).toBe(201)
    expect(inbox).toEqual({
      name: expect.stringMatching(/^[a-z0-9]{8}$/),
      messages: 0,
      unread: 0,
      newestAt: null,
      expiresAt: null,
      address: `*@${inbox.name}.mailhold.test`,
      smtp: { user: inbox.name, url: `smtp://${inbox.name}:any@127.0.0.1:${server.mailhold.smtp?.port}` },
      pop3: {
        user: `inbox:${inbox.name}`,
        url: `pop3://inbox%3A${inbox.name}:any@127.0.0.1:${server.mailhold.pop3?.port}`,
      },
      url: `/v1/messages?inbox=${inbox.name}`,
    } satisfies Inbox)
    expect(await listed(inbox.name)).toEqual(inbox)
  })

  it('gets what comes by its address and by its user name', async () => {
    const { inbox } = await open({ prefix: 'both' })
    const { user } = inbox.smtp
    const sender = await openSender(server.mailhold.smtp?.port ?? 0)

    await sender.deliver(Buffer.from('Subject: by address\r\n\r\n'), {
      to: [inbox.address.replace('*', 'ada')],
    })
    await sender.say(`AUTH PLAIN ${Buffer.from(`\0${user}\0any`).toString('base64')}`)
    await sender.deliver(Buffer.from('Subject: by user\r\n\r\n'))
    sender.close()

    const { messages } = await server.json<List>(inbox.url)
    expect(messages.map(({ subject }) => subject)).toEqual(['by user', 'by address'])
    expect(await listed(inbox.name)).toMatchObject({ messages: 2, unread: 2 })
  })

  it('that is there is answered with 200, and renewed where a ttl is given', async () => {
    const first = await open({ name: 'renewed', ttl: '30m' })
    const again = await open({ name: 'renewed' })
    const renewed = await open({ name: 'renewed', ttl: '2h' })

    expect([first.status, again.status, renewed.status]).toEqual([201, 200, 200])
    expect(again.inbox.expiresAt).toBe(first.inbox.expiresAt)
    const left = Date.parse(renewed.inbox.expiresAt ?? '') - Date.now()
    expect(left).toBeGreaterThan(7_190_000)
    expect(left).toBeLessThanOrEqual(7_200_000)
  })

  it('goes when its time is over, and the events tell of it', async () => {
    const events = readEvents(await server.ask('/v1/events?inbox=brief'))
    await open({ name: 'brief', ttl: '1s' })

    expect((await events.next())?.event).toBe('inbox')
    expect((await events.next())?.event).toBe('inbox')
    await events.close()
    expect(await listed('brief')).toBeUndefined()
  })

  it('is deleted with its deliveries only', async () => {
    const shared = await server.keep(
      'Subject: shared\r\n\r\n',
      '?to=a@d1.mailhold.test&to=b@d2.mailhold.test',
    )
    const own = await server.keep('Subject: own\r\n\r\n', '?to=a@d1.mailhold.test')

    expect(await server.json<Deleted>('/v1/inboxes/d1', { method: 'DELETE' })).toEqual({ deleted: 2 })

    expect((await server.message(shared.id)).inboxes).toEqual(['d2'])
    expect(await server.problem(`/v1/messages/${own.id}`)).toMatchObject({ status: 404 })
    expect(await server.problem('/v1/inboxes/d1', { method: 'DELETE' })).toMatchObject({
      status: 404,
      detail: 'There is no inbox "d1".',
    })
  })
})

it.each([
  [{ name: 'W1' }, { path: 'name', suggestion: 'w1' }],
  [
    { name: 'a b' },
    { path: 'name', detail: '"name" must be a-z, 0-9 and -, at most 40 characters, got "a b".' },
  ],
  [{ prefix: 'W' }, { path: 'prefix', suggestion: 'w' }],
  [{ name: 'all' }, { path: 'name' }],
  [{ name: 'ALL' }, { detail: '"name" must not be ALL: that means all mail, whatever its inbox.' }],
  [{ name: 7 }, { path: 'name' }],
  [{ nmae: 'w1' }, { path: 'nmae', suggestion: 'name' }],
  [{ name: 'w1', prefix: 'w' }, { path: 'prefix' }],
  [{ ttl: '1y' }, { path: 'ttl' }],
  [[], {}],
])('%j makes no inbox', async (wish, expected) => {
  expect(await server.problem('/v1/inboxes', jsonBody('POST', wish))).toMatchObject({
    status: 400,
    ...expected,
  })
})

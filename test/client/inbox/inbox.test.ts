import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { type Client, createClient, NotMet, type TestInbox } from '#mailhold/client/client.js'

let server: RunningMailhold
let client: Client

beforeAll(async () => {
  server = await startMailhold({ pop3: 'off' })
  client = createClient({ url: server.url })
})
afterAll(() => server.stop())

const send = (inbox: TestInbox, subject = 'Hello') =>
  client.compose({ from: 'app@example.com', to: inbox.address('ada'), subject, text: 'It works.' })

describe('an inbox', () => {
  it('has a name with the worker’s number, and addresses whose mail lands in it', async () => {
    const inbox = client.inbox()
    await send(inbox)

    expect(inbox.name).toMatch(/^w\d+-[a-z2-9]{8}$/)
    expect(inbox.address('ada')).toBe(`ada@${inbox.name}.mailhold.test`)
    expect((await inbox.getMail()).inboxes).toEqual([inbox.name])
  })

  it('is refused where its name is none', () => {
    expect(() => client.inbox('My Inbox')).toThrow('the name of an inbox is')
  })

  it('may be given a name and another domain', () => {
    const elsewhere = createClient({ url: server.url, inboxDomain: 'mail.example' })

    expect(elsewhere.inbox('orders').address()).toBe('test@orders.mail.example')
  })

  it('sees only its own mail', async () => {
    const [one, other] = [client.inbox(), client.inbox()]
    await send(one)

    expect(await other.queryMail()).toBeNull()
  })

  it('is emptied with its fault rules', async () => {
    const inbox = client.inbox()
    await send(inbox)
    await inbox.fault({ stage: 'rcpt', do: { reply: '451 4.3.0 try later' }, times: 1 })

    expect((await client.faults(inbox.name)).faults).toHaveLength(1)
    expect(await inbox.remove()).toBe(1)
    expect((await client.faults(inbox.name)).faults).toEqual([])
  })
})

describe('get', () => {
  it('gives the one mail that is there', async () => {
    const inbox = client.inbox()
    await send(inbox, 'One')
    await send(inbox, 'Two')

    expect((await inbox.getMail({ subject: 'Two' })).subject).toBe('Two')
  })

  it('rejects at once where there is none, and tells the nearest', async () => {
    const inbox = client.inbox()
    await send(inbox)

    const failed = await inbox.getMail({ subject: 'hello' }).catch((error: unknown) => error)

    expect(failed).toBeInstanceOf(NotMet)
    expect(failed).toMatchObject({
      message: expect.stringContaining('differs only in case'),
      answer: { reason: 'timeout' },
    })
  })

  it('rejects where there are several, and names them', async () => {
    const inbox = client.inbox()
    const [one, two] = [await send(inbox, 'One'), await send(inbox, 'Two')]

    const getting = inbox.getMail()

    await expect(getting).rejects.toThrow('Expected exactly 1 mail')
    await expect(getting).rejects.toThrow(`"One" to ${inbox.address('ada')} (${one.id}, `)
    await expect(getting).rejects.toThrow(two.id)
  })
})

describe('query', () => {
  it('is null where there is none, and rejects where there are several', async () => {
    const inbox = client.inbox()

    expect(await inbox.queryMail({ subject: 'Hello' })).toBeNull()
    await send(inbox)
    expect(await inbox.queryMail({ subject: 'Hello' })).toMatchObject({ subject: 'Hello' })
    await send(inbox)
    await expect(inbox.queryMail({ subject: 'Hello' })).rejects.toThrow(NotMet)
  })
})

describe('all that is there now', () => {
  it('is given in the order in which it came', async () => {
    const inbox = client.inbox()
    for (const subject of ['One', 'Two', 'Three']) await send(inbox, subject)
    const first = await inbox.getMail({ subject: 'One' })

    const all = await inbox.getMails()
    const later = await inbox.queryMails({ subject: /^T/ }, { after: first })

    expect(all.map(({ subject }) => subject)).toEqual(['One', 'Two', 'Three'])
    expect(later.map(({ subject }) => subject)).toEqual(['Two', 'Three'])
  })

  it('is an empty list to query, and a story to get, which names the verb that waits', async () => {
    const inbox = client.inbox()
    const advice = 'looks once and does not wait; '

    expect(await inbox.queryMails()).toEqual([])
    await expect(inbox.getMails()).rejects.toThrow(`getMails ${advice}findMails waits`)
    await expect(inbox.getMail()).rejects.toMatchObject({
      name: 'NotMet',
      message: expect.not.stringContaining('give a time'),
      answer: { hints: expect.arrayContaining([expect.stringContaining(`getMail ${advice}findMail waits`)]) },
    })
  })
})

describe('find', () => {
  it('waits for the mail', async () => {
    const inbox = client.inbox()
    const finding = inbox.findMail({ subject: /^hel/i })
    await send(inbox)

    expect(await finding).toMatchObject({ subject: 'Hello' })
  })

  it('gives up after the time that was given, with the story', async () => {
    await expect(client.inbox().findMail({ code: '1' }, { timeout: '20ms' })).rejects.toThrow(
      'none came within',
    )
  })

  it('takes only mail after another', async () => {
    const inbox = client.inbox()
    await send(inbox, 'Code')
    const first = await inbox.findMail({ subject: 'Code' })
    const finding = inbox.findMail({ subject: 'Code' }, { after: first })
    const second = await send(inbox, 'Code')

    expect((await finding).id).toBe(second.id)
  })

  it('takes only mail after a time', async () => {
    const inbox = client.inbox()
    const { receivedAt } = await send(inbox)
    const [before, then] = [new Date(Date.parse(receivedAt) - 1), new Date(receivedAt)]

    expect(await inbox.queryMail({}, { after: before })).not.toBeNull()
    expect(await inbox.queryMail({}, { after: then })).toBeNull()
    await expect(inbox.queryMail({}, { after: JSON.parse('{}') })).rejects.toThrow(
      'after takes a mail, a cursor, or a time as a Date or a text',
    )
  })

  it('sees a duplicate that comes while it must be quiet', async () => {
    const inbox = client.inbox()
    await send(inbox)
    const finding = inbox.findMail({}, { settle: '5s', timeout: '8s' })
    await send(inbox)

    await expect(finding).rejects.toThrow('Expected exactly 1 mail')
  })

  it('gives several in the order in which they came', async () => {
    const inbox = client.inbox()
    for (const subject of ['1', '2', '3']) await send(inbox, subject)

    const mails = await inbox.findMails({}, { count: { min: 3 }, each: [{ from: '@example.com' }] })

    expect(mails.map(({ subject }) => subject)).toEqual(['1', '2', '3'])
  })

  it('ends with its signal', async () => {
    const ending = new AbortController()
    const finding = client.inbox().findMail({}, { signal: ending.signal })
    ending.abort(new Error('enough'))

    await expect(finding).rejects.toThrow('enough')
  })
})

describe('during', () => {
  it('counts only mail that came after the action began', async () => {
    const inbox = client.inbox()
    await send(inbox, 'Before')

    const place = await inbox.during(() => send(inbox, 'Meanwhile'))

    expect((await place.getMail()).subject).toBe('Meanwhile')
  })
})

describe('a client', () => {
  it('ends all its calls with its signal', async () => {
    const ending = new AbortController()
    const bound = client.withSignal(ending.signal)
    const calls = [bound.inbox().findMail(), bound.wait({ match: { subject: 'never' } })]
    ending.abort(new Error('enough'))

    for (const call of [...calls, bound.status()]) await expect(call).rejects.toThrow('enough')
  })

  it('finds mail of every inbox', async () => {
    const inbox = client.inbox()
    await send(inbox)

    expect(await client.findMail({ inbox: inbox.name })).toMatchObject({ subject: 'Hello' })
  })
})

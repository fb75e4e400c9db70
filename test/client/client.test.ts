import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashSync } from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailholdOptions, type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { type Client, createClient, NoServer, ServerProblem } from '#mailhold/client/client.js'

let server: RunningMailhold
let client: Client

const quick: MailholdOptions = { pop3: 'off' }

beforeAll(async () => {
  server = await startMailhold(quick)
  client = createClient({ url: server.url })
})

afterAll(async () => {
  await server.stop()
})

const freshInbox = (): string => `w${randomUUID().slice(0, 8)}`
const mailTo = (inbox: string, subject = 'Hello'): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.from(
      `From: app@example.com\r\nTo: ada@${inbox}.mailhold.test\r\nSubject: ${subject}\r\n\r\nIt works.\r\n`,
    ),
  )

describe('messages', () => {
  it('that are put in come back octet for octet', async () => {
    const octets = new Uint8Array([...mailTo(freshInbox()), 0, 255, 10, 13, 46])

    const { id, size } = await client.inject(octets)

    expect(size).toBe(octets.length)
    expect(await client.raw(id)).toEqual(octets)
    expect((await client.get(id)).sha256).toBe(createHash('sha256').update(octets).digest('hex'))
  })

  it('may be put in as a text', async () => {
    const { id } = await client.inject('Subject: Grüße\r\n\r\nhier\n')

    expect(Buffer.from(await client.raw(id)).toString()).toBe('Subject: Grüße\r\n\r\nhier\n')
  })

  it('take an envelope of their own', async () => {
    const inbox = freshInbox()

    await client.inject(mailTo('other'), {
      from: 'bounce@example.com',
      to: [`a@${inbox}.mailhold.test`, 'b@example.com'],
    })

    const { envelope } = await client.get('latest', { inbox })
    expect(envelope).toEqual({
      from: 'bounce@example.com',
      to: [`a@${inbox}.mailhold.test`, 'b@example.com'],
    })
  })

  it('are written by the server from their parts', async () => {
    const inbox = freshInbox()

    const { id } = await client.compose({
      from: 'Äpp <app@example.com>',
      to: `ada@${inbox}.mailhold.test`,
      subject: 'Grüße',
      text: 'plain',
      html: '<b>rich</b>',
      attachments: [{ filename: 'a.txt', content: Buffer.from('inside').toString('base64') }],
    })

    const message = await client.get(id)
    expect(message.subject).toBe('Grüße')
    expect((await client.text(id)).trimEnd()).toBe('plain')
    expect(await client.html(id)).toContain('<b>rich</b>')
    const [attachment] = message.attachments
    expect(Buffer.from(await client.part(id, attachment?.part ?? '')).toString()).toBe('inside')
  })

  it('are listed in pages, each once, in either order', async () => {
    const inbox = freshInbox()
    for (const subject of ['1', '2', '3', '4', '5']) await client.inject(mailTo(inbox, subject))

    const subjects: string[] = []
    for await (const { subject } of client.each({ inbox, limit: 2, order: 'oldest' })) subjects.push(subject)

    expect(subjects).toEqual(['1', '2', '3', '4', '5'])
    const { messages, total } = await client.list({ inbox, q: 'subject:3', total: true })
    expect({ subjects: messages.map(({ subject }) => subject), total }).toEqual({ subjects: ['3'], total: 1 })
  })

  it('are marked one by one and by search', async () => {
    const inbox = freshInbox()
    const { id } = await client.inject(mailTo(inbox))
    await client.inject(mailTo(inbox))

    const one = await client.mark(id, { read: true, addTags: ['seen'] })
    const all = await client.mark({ inbox }, { addTags: ['all'] })

    expect([one.read, all.changed]).toEqual([true, 2])

    const { messages } = await client.list({ inbox })
    expect(messages.map(({ read, tags }) => [read, tags])).toEqual([
      [false, ['all']],
      [true, ['all', 'seen']],
    ])
    expect((await client.tags()).tags.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['all', 'seen']),
    )
  })

  it('are removed by id, by several ids and by inbox, never by an empty request', async () => {
    const inbox = freshInbox()
    const ids: string[] = []
    for (const subject of ['1', '2', '3', '4']) ids.push((await client.inject(mailTo(inbox, subject))).id)

    expect(await client.remove(ids[0] ?? '')).toBe(1)
    expect(await client.remove({ ids: ids.slice(1, 3) })).toBe(2)
    expect(await client.remove({ inbox })).toBe(1)
    await expect(client.remove({})).rejects.toMatchObject({ name: 'ServerProblem', status: 400 })
  })

  it('are exported as one mbox', async () => {
    const inbox = freshInbox()
    await client.inject(mailTo(inbox))

    const pieces: Uint8Array[] = []
    for await (const piece of await client.exportMail('mbox', { inbox })) pieces.push(piece)

    expect(Buffer.concat(pieces).toString()).toMatch(/^From app@example\.com .*\nFrom: app@example\.com\r\n/)
  })
})

describe('events', () => {
  it('tell what happens from now on, and end with the signal', async () => {
    const inbox = freshInbox()
    const signal = AbortSignal.timeout(10_000)
    const after = await client.cursor()
    const { id } = await client.inject(mailTo(inbox))
    await client.remove(id)

    const told: unknown[] = []
    for await (const event of client.events({ inbox, after, signal })) {
      if (event.type === 'kept' || event.type === 'deleted') told.push([event.type, event.data.id])
      if (told.length === 2) break
    }

    expect(told).toEqual([
      ['kept', id],
      ['deleted', id],
    ])
  })

  it('go on where they stopped when the server comes back', async () => {
    const { fetch: brokenOnce, breakNow } = breakableFetch()
    const fragile = createClient({ url: server.url, fetch: brokenOnce })
    const inbox = freshInbox()
    const after = await client.cursor()
    const first = await client.inject(mailTo(inbox))

    const told: string[] = []
    for await (const event of fragile.events({ inbox, after, signal: AbortSignal.timeout(15_000) })) {
      if (event.type !== 'kept') continue
      told.push(event.data.id)
      if (told.length === 2) break
      told.length === 1 && breakNow()
      await client.inject(mailTo(inbox))
    }

    expect(told[0]).toBe(first.id)
    expect(new Set(told).size).toBe(2)
  })

  it('are refused at once where nobody answers', async () => {
    const nobody = createClient({ url: 'http://127.0.0.1:2' })

    await expect(nobody.events().next()).rejects.toThrow(NoServer)
  })
})

/** The real fetch, whose answers can be cut off in the middle. */
function breakableFetch() {
  let cut = new AbortController()
  const breakable: typeof fetch = (input, init = {}) => {
    const signals = [cut.signal, ...(init.signal ? [init.signal] : [])]
    return fetch(input, { ...init, signal: AbortSignal.any(signals) })
  }
  const breakNow = (): void => {
    cut.abort(new TypeError('terminated'))
    cut = new AbortController()
  }
  return { fetch: breakable, breakNow }
}

describe('a no', () => {
  it('of the server comes with its whole problem', async () => {
    const refused = await client.get('nosuchmessage').catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(ServerProblem)
    expect(refused).toMatchObject({
      status: 404,
      problem: { status: 404, type: expect.stringContaining('notFound') },
    })
  })

  it('names the place in a search that is wrong', async () => {
    await expect(client.list({ q: 'subject:(' })).rejects.toMatchObject({
      status: 400,
      problem: { position: expect.any(Number) },
    })
  })

  it('is told apart from a server that is not there', async () => {
    const nobody = createClient({ url: 'http://127.0.0.1:2/' })

    await expect(nobody.status()).rejects.toMatchObject({
      name: 'NoServer',
      message:
        'no Mailhold answers at http://127.0.0.1:2 (ECONNREFUSED); start one with mailhold or startMailhold(), or say where it is with url or MAILHOLD_URL',
      fact: 'no Mailhold answers at http://127.0.0.1:2 (ECONNREFUSED)',
    })
  })

  it('to who gives no password says where to put it, and there it is taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailhold-users-'))
    const users = join(folder, 'users')
    writeFileSync(users, `ada:${hashSync('secret', 4)}\n`)
    await using locked = await startMailhold({ ...quick, httpAuth: users })
    const { port } = new URL(locked.url)

    await expect(createClient({ url: locked.url }).status()).rejects.toMatchObject({
      status: 401,
      message:
        'This Mailhold asks for a user name and a password (--http-auth). Log in through the address: http://user:password@host:8025',
    })
    const known = createClient({ url: `http://ada:secret@127.0.0.1:${port}` })
    expect((await known.status()).counts.messages).toBe(0)
    rmSync(folder, { recursive: true })
  })
})

describe('status, sessions and inboxes', () => {
  it('are told', async () => {
    const inbox = freshInbox()
    await client.inject(mailTo(inbox))

    expect((await client.status()).counts.messages).toBeGreaterThan(0)
    expect((await client.inboxes()).inboxes.map(({ name }) => name)).toContain(inbox)
    expect((await client.sessions({ limit: 1 })).sessions).toBeInstanceOf(Array)
    await client.ready()
  })
})

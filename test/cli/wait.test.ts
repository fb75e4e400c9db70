import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AskedServer, freshInbox, startAskedServer } from './asked-server.js'
import { startServer } from './running-server.js'

let server: AskedServer

beforeAll(async () => {
  server = await startAskedServer()
})

afterAll(async () => {
  await server.stop()
})

describe('mailhold wait', () => {
  it('ends with 0 when the mail is there', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Please confirm')

    const { code, out, err } = await server.mailhold(['wait', '--inbox', inbox, 'subject.contains=confirm'])

    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^ok: 1 mail after \d+ ms\n {2}[a-z0-9]+ {2}Please confirm\n$/)
  })

  it('sees a mail that comes while it waits', async () => {
    const inbox = freshInbox()
    const waiting = server.mailhold(['wait', `inbox=${inbox}`, 'timeout=20s'])
    await server.deliver(inbox, 'Late')

    expect(await waiting).toMatchObject({ code: 0 })
  })

  it('ends with 1 and the story when the mail does not come', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Confirm')

    const { code, out } = await server.mailhold([
      'wait',
      '--inbox',
      inbox,
      '--timeout',
      '0s',
      'subject=confirm',
    ])

    expect(code).toBe(1)
    expect(out).toContain('subject equals "confirm"')
    expect(out).toContain('differs only in case')
  })

  it('ends with 2 for a criterion that there is none of, and says what was meant', async () => {
    const { code, out, err } = await server.mailhold(['wait', 'sbject=x'])

    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe('mailhold: sbject: there is no "sbject" here; did you mean "subject"?\n')
  })

  it.each([
    [['Confirm'], '"Confirm" is not a criterion such as subject.contains=Confirm'],
    [['--tiemout', '1s'], 'unknown option --tiemout; did you mean --timeout?'],
    [['--reporter', 'xml'], '--reporter must be text, json, junit or github, got "xml"'],
  ])('ends with 2 for the words %j', async (words, sentence) => {
    const { code, err } = await server.mailhold(['wait', ...words])

    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })

  it('ends with 3 where no server answers', async () => {
    const { code, err } = await server.mailhold(['wait'], { env: { MAILHOLD_URL: 'http://127.0.0.1:9' } })

    expect(code).toBe(3)
    expect(err).toContain('no Mailhold answers at http://127.0.0.1:9')
  })

  it('ends with 3 when the server stops meanwhile, and says so', async () => {
    const other = await startServer()
    const relay = createServer((socket) => {
      socket.pipe(connect(other.ready.http.port, '127.0.0.1')).pipe(socket)
      socket.once('data', () => relay.emit('asked'))
    }).listen(0, '127.0.0.1')
    await once(relay, 'listening')
    const address = relay.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const waiting = server.mailhold(['wait', '--inbox', 'w1', '--timeout', '30s'], {
      env: { MAILHOLD_URL: `http://127.0.0.1:${port}` },
    })
    await once(relay, 'asked')
    await fetch(`${other.ready.http.url}/livez`)

    await other.stop()
    relay.close()

    expect(await waiting).toMatchObject({ code: 3, err: expect.stringContaining('stopping') })
  })

  it('counts exactly', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'One')
    await server.deliver(inbox, 'Two')
    const counted = (count: string) =>
      server.mailhold(['wait', '--inbox', inbox, '--count', count, '--settle', '50ms', '--timeout', '300ms'])

    expect((await counted('2')).code).toBe(0)
    expect((await counted('1')).code).toBe(1)
    expect((await counted('x')).code).toBe(2)
  })

  it('sees only what came after a cursor', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Before')
    const { out } = await server.mailhold(['cursor'])
    const after = ['wait', '--inbox', inbox, '--after', out.trim(), '--timeout', '0s']

    expect((await server.mailhold(after)).code).toBe(1)
    await server.deliver(inbox, 'Behind')
    expect(await server.mailhold(after)).toMatchObject({ code: 0, out: expect.stringContaining('Behind') })
  })

  it('takes a word before the environment', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Mine')

    const { code } = await server.mailhold(['wait', `inbox=${inbox}`, '--timeout', '0s'], {
      env: { MAILHOLD_INBOX: 'another' },
    })

    expect(code).toBe(0)
  })
})

describe('mailhold wait --print', () => {
  it.each([
    ['code', '482913\n'],
    ['link', 'https://app.example/confirm?t=1\n'],
    ['subject', 'Your code\n'],
  ])('prints %s and nothing else', async (value, printed) => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Your code', 'Your code is 482913.\r\nhttps://app.example/confirm?t=1')

    const ended = await server.mailhold(['wait', '--inbox', inbox, '--print', value])

    expect(ended).toMatchObject({ code: 0, out: printed, err: '' })
  })

  it('raw prints the octets exactly', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Raw', 'a\xff')

    const { raw, code } = await server.mailhold(['wait', '--inbox', inbox, '--print', 'raw'])

    expect(code).toBe(0)
    expect(raw).toEqual(Buffer.from(await server.client.raw('latest', { inbox })))
  })

  it('keeps the story out of what a script reads', async () => {
    const ended = await server.mailhold(
      ['wait', '--inbox', freshInbox(), '--timeout', '0s', '--print', 'code'],
      {
        env: { GITHUB_ACTIONS: 'true' },
      },
    )

    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('::error title=mailhold wait')
  })

  it('ends with 1 where the mail has no such value, and with 2 at once where no mail can have it', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Plain')

    const missing = await server.mailhold(['wait', '--inbox', inbox, '--print', 'code'])
    const unknown = await server.mailhold([
      'wait',
      '--inbox',
      freshInbox(),
      '--timeout',
      '60s',
      '--print',
      'cod',
    ])

    expect(missing).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^mailhold: "Plain" \([a-z0-9]+\) has no one-time code\n$/),
    })
    expect(unknown).toMatchObject({ code: 2, out: '', err: expect.stringContaining('did you mean "code"?') })
  })
})

it('mailhold wait says how many mails came before those that it lists', async () => {
  const inbox = freshInbox()
  const mail = { from: 'app@example.com', to: `ada@${inbox}.mailhold.test`, subject: 'One of many' }
  for (let sent = 0; sent < 102; sent += 1) await server.client.compose(mail)

  const { out } = await server.mailhold(['wait', '--inbox', inbox, '--count', '102'])

  const [head, before, ...listed] = out.trimEnd().split('\n')
  expect(head).toMatch(/^ok: 102 mails after /)
  expect(before).toBe('  … 2 before these')
  expect(listed).toHaveLength(100)
})

it('mailhold cursor ends with 2 where the address leads to something else', async () => {
  const { url } = server.client
  const { code, err } = await server.mailhold(['cursor', '--url', `${url}/elsewhere`])

  expect(code).toBe(2)
  expect(err).toContain('There is nothing at GET /elsewhere/v1/cursor')
})

it('mailhold cursor tells JSON too', async () => {
  const { out } = await server.mailhold(['cursor', '--reporter', 'json'])

  expect(JSON.parse(out)).toEqual({ cursor: (await server.mailhold(['cursor'])).out.trim() })
})

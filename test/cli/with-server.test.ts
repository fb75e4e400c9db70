import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createClient } from '#mailhold/client/client.js'
import { run } from './mailhold-process.js'
import { startServer } from './running-server.js'
import { folderOf, freshInbox, mailTo, served, sha256 } from './served.js'

const at = served(['--starttls'])
const { mailhold } = at

describe('serve', () => {
  it('tells its own process and its ports in the ready file', () => {
    const { ready, process } = at.server

    expect(ready.pid).toBe(process.pid)
    expect(ready.http.url).toBe(`http://127.0.0.1:${ready.http.port}`)
    expect(ready.listeners).toContainEqual({ protocol: 'smtp', host: '127.0.0.1', port: ready.smtp.port })
  })

  it('says where mail is kept, how much there is, the limits, and where to point the app', async () => {
    const text = await at.server.printed(`look at http://localhost:${at.server.ready.http.port}`)

    expect(text).toMatch(/ keeps mail in memory: 0 messages, /)
    expect(text).toContain('at most 100000 messages, 30d, 256MiB (the oldest go first)')
    expect(text).toContain(`point your app at localhost:${at.server.ready.smtp.port}`)
  })

  it('ends with exit code 0 when asked to, and with mail in flight answered', async () => {
    const other = await startServer()
    const socket = connect(other.ready.smtp.port, '127.0.0.1')
    let said = ''
    socket.on('data', (octets) => {
      said += octets
    })
    const closed = new Promise((resolve) => socket.on('close', resolve))
    await new Promise((resolve) => socket.once('data', resolve))

    expect(await other.stop('SIGINT')).toBe(0)
    await closed
    expect(said).toMatch(/^220 /)
  })

  it('says in one line that a port is in use, and ends with exit code 2', async () => {
    const { port } = at.server.ready.http

    const { code, err } = await run([
      'serve',
      '--smtp',
      '0',
      '--http',
      String(port),
      '--pop3',
      'off',
      '--data',
      'memory',
    ])

    expect({ code, err }).toEqual({
      code: 2,
      err: `mailhold: --http: port ${port} is in use by another program; choose another with --http (0 takes any free one)\n`,
    })
  })

  it.each([
    [['--data', '/dev/null'], '/dev/null is a file; name a folder with --data'],
    [
      ['--data', 'memory', '--ready-file', '/nowhere/ready.json'],
      '--ready-file must name a file that can be written, got "/nowhere/ready.json" (ENOENT)\n',
    ],
    [['--data', 'memory', '--tls', '/dev/null/a,/dev/null/b'], '--tls'],
    [['--data', 'memory', '--http-auth', '/dev/null/users'], '--http-auth'],
  ])('says in one line what is wrong with %j, and ends with exit code 2', async (args, name) => {
    const { code, err } = await run(['serve', '--smtp', '0', '--http', '0', '--pop3', '0', ...args])

    expect(code).toBe(2)
    expect(err).toMatch(/^mailhold: .*\n$/)
    expect(err).toContain(name)
  })

  it('says in one line that a folder is in use, and ends with exit code 2', async () => {
    const folder = folderOf()
    const first = await startServer(['--data', folder])

    const { code, err } = await run(['serve', '--smtp', '0', '--http', '0', '--pop3', '0', '--data', folder])
    await first.stop()

    expect(code).toBe(2)
    const { pid, http } = first.ready
    expect(err).toContain(`${folder} is in use by mailhold pid ${pid} on :${http?.port}; add --data memory`)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('health', () => {
  it('is 0 while the server can write', async () => {
    expect(await mailhold(['health'])).toMatchObject({ code: 0, out: `ok: ${at.server.ready.http.url}\n` })
  })
})

describe('list and show', () => {
  it('show what came, newest first', async () => {
    const inbox = freshInbox()
    await at.client.inject(mailTo(inbox, 'Subject: First\r\n\r\none\r\n'))
    const { id } = await at.client.inject(mailTo(inbox, 'Subject: \u001b[2JSecond\r\n\r\ntwo\r\n'))

    const list = await mailhold(['list', '--inbox', inbox])
    const page = await mailhold(['show', id])

    expect(list.out).toMatch(/Second\n.*First\n$/)
    expect(list.out).not.toContain('\u001b')
    expect(page.out).toContain('\ntwo\n')
    expect(
      (await mailhold(['list', '--inbox', inbox, '--q', 'subject:first', '--json'])).out.split('\n'),
    ).toHaveLength(2)
  })

  it('give the exact octets', async () => {
    const inbox = freshInbox()
    const octets = new Uint8Array([...mailTo(inbox), 0, 255, 13, 10, 10, 46, 10])
    await at.client.inject(octets)

    const { raw } = await mailhold(['show', '--as', 'raw', '--inbox', inbox])

    expect(sha256(raw)).toBe(sha256(octets))
  })

  it('say that there is nothing', async () => {
    expect(await mailhold(['list', '--inbox', freshInbox()])).toMatchObject({ code: 0, out: 'no messages\n' })
    expect(await mailhold(['show', '--inbox', freshInbox()])).toMatchObject({ code: 1, out: '' })
  })
})

it('a search that is wrong is wrong usage', async () => {
  expect(await mailhold(['list', '-q', 'foo:bar'])).toMatchObject({
    code: 2,
    err: 'mailhold: there is no field foo: in searches; if it is text, quote it: "foo:…" (at character 1 of q)\n',
  })
})

describe('send', () => {
  it('hands a message over as PHP does', async () => {
    const inbox = freshInbox()
    const text = `To: Ada <ada@${inbox}.mailhold.test>\nBcc: bob@${inbox}.mailhold.test\nSubject: PHP\n\nbody\n`

    const { code, err } = await mailhold(['send', '-t', '-i', '-fapp@example.com'], text)

    expect({ code, err }).toEqual({ code: 0, err: '' })
    const message = await at.client.get('latest', { inbox })
    expect(message.envelope).toEqual({
      from: 'app@example.com',
      to: [`ada@${inbox}.mailhold.test`, `bob@${inbox}.mailhold.test`],
    })
    expect(message.headers.map(({ name }) => name)).toEqual(['From', 'To', 'Subject'])
  })

  it('speaks SMTP with -bs', async () => {
    const inbox = freshInbox()
    const dialogue = `EHLO app\r\nMAIL FROM:<a@b>\r\nRCPT TO:<ada@${inbox}.mailhold.test>\r\nDATA\r\nSubject: bs\r\n\r\n.\r\nQUIT\r\n`

    const { code, out } = await mailhold(['send', '-bs', '-i'], dialogue)

    expect(code).toBe(0)
    expect(out).toMatch(/^220 [\s\S]*\r\n250 2\.0\.0 Ok: kept as \S+\r\n221 /)
    expect((await at.client.get('latest', { inbox })).subject).toBe('bs')
  })

  it('wants a recipient', async () => {
    expect(await mailhold(['send'], 'Subject: x\n\n')).toMatchObject({
      code: 64,
      err: 'mailhold send: no recipient: name one, or use -t to take them from the message\n',
    })
  })
})

describe('cert', () => {
  it('prints the certificate that the server shows', async () => {
    const { code, out } = await mailhold(['cert'])

    expect(code).toBe(0)
    expect(out).toMatch(/^-----BEGIN CERTIFICATE-----\n[\s\S]+\n-----END CERTIFICATE-----\n$/)
  })

  it('says that there is none', async () => {
    const plain = await startServer()

    const { code, err } = await run(['cert', '--url', plain.ready.http.url])
    const asked = createClient({ url: plain.ready.http.url })
    const { sessions } = await asked.sessions({ protocol: 'smtp' })
    const session = await asked.session(sessions[0]?.id ?? '')
    await plain.stop()

    // what it says would stand in failing waits as what the app did
    expect(JSON.stringify(session)).toContain('EHLO mailhold')
    expect(JSON.stringify(session)).not.toContain('STARTTLS')

    expect({ code, err }).toEqual({
      code: 1,
      err: 'mailhold: the server has no certificate; start it with --starttls or --tls auto\n',
    })
  })
})

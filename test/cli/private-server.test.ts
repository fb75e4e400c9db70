import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placesOf, presets, readTemplate } from '#mailhold/cli/private-server/variables.js'
import { readRunWords } from '#mailhold/cli/private-server/words.js'
import { signalsOf } from '#mailhold/cli/signals.js'
import { optionTable } from '#mailhold/config/table.js'
import { run, start } from './mailhold-process.js'

const node = process.execPath
/** Runs a script of node under `mailhold run`. */
const runScript = (script: string, options: readonly string[] = []) =>
  run(['run', ...options, '--', node, '-e', script])

const tellEnvironment = 'console.log(JSON.stringify(process.env))'
const isClosed = (port: string | number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.once('error', () => resolve(true))
    socket.once('connect', () => {
      socket.destroy()
      resolve(false)
    })
  })

describe('mailhold run', () => {
  it('tells the command where its own server is, and stops the server afterwards', async () => {
    const { code, out } = await runScript(tellEnvironment)
    const { MAILHOLD_URL, SMTP_HOST, SMTP_PORT, SMTP_URL, POP3_URL } = JSON.parse(out)

    expect(code).toBe(0)
    expect(MAILHOLD_URL).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(SMTP_URL).toBe(`smtp://${SMTP_HOST}:${SMTP_PORT}`)
    expect(POP3_URL).toMatch(/^pop3:\/\/127\.0\.0\.1:\d+$/)
    expect(await isClosed(SMTP_PORT)).toBe(true)
    expect(await isClosed(new URL(MAILHOLD_URL).port)).toBe(true)
  })

  it('gives a server that answers', async () => {
    const { out } = await runScript(
      "fetch(process.env.MAILHOLD_URL + '/v1/status').then((a) => a.json()).then((s) => console.log(s.version))",
    )

    expect(out).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('adds what a preset and --set say', async () => {
    const { out } = await runScript(tellEnvironment, [
      '--preset',
      'laravel',
      '--set',
      'APP=a,b={smtp.port} {x}',
      '--set=MAIL_HOST=mail.{smtp.host}',
    ])
    const env = JSON.parse(out)

    expect(env).toMatchObject({ MAIL_MAILER: 'smtp', MAIL_PORT: env.SMTP_PORT, MAIL_USERNAME: 'null' })
    expect(env.APP).toBe(`a,b=${env.SMTP_PORT} {x}`)
    expect(env.MAIL_HOST).toBe('mail.127.0.0.1')
  })

  it('passes on standard input and output, the exit code and the words of the command', async () => {
    const { code, out, err } = await run(
      ['run', node, '-e', 'process.stdin.pipe(process.stdout); process.exitCode = 7', '--', '--smtp', '-x'],
      { input: 'through' },
    )

    expect({ code, out, err }).toEqual({ code: 7, out: 'through', err: '' })
  })

  it('ends with 128+n when signal n ended the command', async () => {
    expect((await runScript("process.kill(process.pid, 'SIGKILL')")).code).toBe(137)
  })

  it('passes signals on and waits for the command to end in its own way', async () => {
    const script =
      "process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000); console.log(process.env.SMTP_PORT)"
    const child = start(['run', node, '-e', script])
    const closed = once(child, 'close')
    const [port] = child.stdout ? await once(child.stdout, 'data') : []

    child.kill('SIGTERM')

    expect(await closed).toEqual([3, null])
    expect(await isClosed(String(port).trim())).toBe(true)
  })

  it('ends with 127 and one line where there is no such command, with 126 where it is no program', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'mailhold-run-')), 'plain.txt')
    writeFileSync(file, 'no program')

    expect(await run(['run', 'no-such-command', '--x'])).toMatchObject({
      code: 127,
      err: 'mailhold: cannot run "no-such-command": there is no such command\n',
    })
    expect(await run(['run', file])).toMatchObject({ code: 126 })
  })

  it.each([
    [['--'], 'run needs a command'],
    [['--preset', 'larvel', 'true'], '--preset must be none, laravel, symfony'],
    [['--presett', 'rails', 'true'], 'unknown option --presett; did you mean --preset?'],
    [['--set', 'MAIL_PORT={smtp.prt}', 'true'], 'there is no {smtp.prt}; did you mean {smtp.port}?'],
    [['--set', '1=2', 'true'], '--set must be NAME=text, got "1=2"'],
    [['--set'], '--set needs a value'],
    [['--max-message-size', 'big', 'true'], '--max-message-size must be a size'],
    [['--pop3', 'off', 'true'], 'run tells the command where --smtp, --pop3 and --http are'],
    [
      ['--smtp', '192.0.2.1:2525', 'true'],
      '--smtp: port 2525 is on an address that this machine does not have',
    ],
    [['--config', 'x.json', 'true'], 'unknown option --config'],
  ])('ends with 2 and starts nothing for the words %j', async (words, sentence) => {
    const { code, err } = await run(['run', ...words])

    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })

  it('takes the options of the server before the command, and none from the environment', async () => {
    const script = "fetch(process.env.MAILHOLD_URL + '/v1/status').then((a) => a.text()).then(console.log)"
    const options = ['--smtps', '0', '--max-message-size', '5MB', '--no-starttls']
    const env = { MAILHOLD_MAX_RECIPIENTS: '7', MAILHOLD_PRESET: 'rails' }

    const { out } = await run(['run', ...options, node, '-e', script], { env })

    const status = JSON.parse(out)
    expect(status.listeners.map(({ protocol }: { protocol: string }) => protocol)).toContain('smtps')
    expect(status.limits).toMatchObject({ maxMessageSize: 5_000_000, maxRecipients: 1000 })
  })

  it.each(['mails.mbox', 'mails'])('keeps the mail of a run that failed in %s', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'mailhold-run-'))
    const mail = 'From: a@example.com\r\nTo: b@example.com\r\nSubject: Kept\r\n\r\nx\r\n'
    const script = `fetch(process.env.MAILHOLD_URL + '/v1/messages', { method: 'POST', body: ${JSON.stringify(mail)},
      headers: { 'content-type': 'message/rfc822' } }).then(() => process.exit(7))`

    const { code, out, err } = await run(['run', '--save', name, '--', node, '-e', script], { folder })

    expect({ code, out }).toEqual({ code: 7, out: '' })
    expect(err).toMatch(/^mailhold: .+ written to .+\n$/)
    const path = join(folder, name)
    const [file = ''] = name === 'mails' ? readdirSync(path) : []
    expect(readFileSync(join(path, file), 'latin1')).toContain(mail)
  })

  it('says so where the mail cannot be saved, and is red', async () => {
    const { code, err } = await run(['run', '--save', '/dev/null/mails', 'true'])

    expect(code).toBe(1)
    expect(err).toMatch(/^mailhold: the mail was not saved: .+\n$/)
  })

  it('is what a wait inside it asks', async () => {
    const script = `
      const { spawnSync } = require('node:child_process')
      const mail = 'From: a@example.com\\r\\nTo: b@w1.mailhold.test\\r\\nSubject: Inside\\r\\n\\r\\nx\\r\\n'
      fetch(process.env.MAILHOLD_URL + '/v1/messages', { method: 'POST', body: mail, headers: { 'content-type': 'message/rfc822' } })
        .then(() => process.exit(spawnSync(process.execPath, [process.argv[1], 'wait', '--inbox', 'w1', '--print', 'subject'], { stdio: 'inherit' }).status))`
    const program = new URL('../../dist/cli/main.js', import.meta.url).pathname

    expect(await run(['run', '--', node, '-e', script, program])).toMatchObject({ code: 0, out: 'Inside\n' })
  })
})

describe('the words of run', () => {
  const words = (...argv: readonly string[]) => readRunWords(argv, optionTable)

  it('end where the command begins', () => {
    expect(words('--preset', 'rails', '--starttls', 'npm', 'test', '--', '--set', 'x')).toEqual({
      own: ['--preset', 'rails', '--starttls'],
      set: [],
      command: ['npm', 'test', '--', '--set', 'x'],
    })
    expect(words('--set', '--A=1', '--', '-x')).toEqual({ own: [], set: ['--A=1'], command: ['-x'] })
  })
})

it('every place that a preset names is there', () => {
  const address = { host: '127.0.0.1', port: 25 }
  const places = placesOf({ url: 'http://127.0.0.1:80', smtp: address, pop3: address })

  for (const templates of Object.values(presets)) {
    for (const [name, template] of Object.entries<string>(templates)) {
      expect(readTemplate(`${name}=${template}`)).toEqual([name, template])
    }
  }
  expect(Object.keys(places)).toHaveLength(9)
})

describe('signals', () => {
  const heard = (isTyped: boolean): readonly string[] => {
    const listeners = new Map<string, (signal: never) => void>()
    const source = {
      on: (signal: string, listener: (signal: never) => void) => listeners.set(signal, listener),
      off: (signal: string) => listeners.delete(signal),
    }
    const told: string[] = []
    const stop = signalsOf(source, isTyped).listen((signal) => told.push(signal))
    for (const [signal, listener] of listeners) listener(signal as never)
    stop()
    expect(listeners.size).toBe(0)
    return told
  }

  it('are all passed on where no terminal is', () => {
    expect(heard(false)).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])
  })

  it('that a terminal gives to the command itself are not passed on as well', () => {
    expect(heard(true)).toEqual(['SIGTERM', 'SIGHUP'])
  })
})

import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '#mailhold/cli/registry.js'
import { run, start } from './mailhold-process.js'

const folderWith = (options: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-cli-'))
  writeFileSync(join(folder, 'mailhold.config.json'), options)
  return folder
}

// nobody listens on so low a port of loopback
const nowhere = 'http://127.0.0.1:2'

describe('help', () => {
  it('lists every command and every option', async () => {
    const { code, out } = await run(['--help'])

    expect(code).toBe(0)
    for (const { name } of commands) expect(out).toContain(`\n  ${name.padEnd(6)}  `)
    expect(out).toContain('--pop3-delete <remove|hide|keep>')
  })

  it.each(commands.map(({ name }) => name))('of %s tells how it is used', async (name) => {
    const { code, out } = await run([name, '--help'])

    expect(code).toBe(0)
    expect(out).toMatch(/^Usage: mailhold /)
  })

  it.each([
    ['-h'],
    ['list', '-h'],
    ['run', '--preset', 'rails', '--starttls', '-h', 'npm', 'test'],
    ['send', '-h'],
  ])('is asked for with -h too: %j', async (...words) => {
    const { code, out } = await run(words)

    expect(code).toBe(0)
    expect(out).toContain(`Usage: mailhold ${words.length === 1 ? '[' : words[0]}`)
  })

  it('shows the short form of an option as well', async () => {
    expect((await run(['list', '--help'])).out).toContain('  -q, --q <text>')
  })

  it("is a command's own where run starts one, and a number of hops where sendmail has it", async () => {
    const { out } = await run(['run', 'echo', 'npm', '--help'])
    const { code } = await run(['send', '-h', '5', 'a@b'], { env: { MAILHOLD_URL: nowhere }, input: 'x' })

    expect(out).toBe('npm --help\n')
    expect(code).toBe(75)
  })

  it('tells the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

    expect((await run(['--version'])).out).toBe(`${version}\n`)
  })
})

describe('config', () => {
  it('shows each value and where it came from, and starts nothing', async () => {
    const folder = folderWith('{"maxAge": "7d", "http": 1}')

    const { code, out } = await run(['config', '--http', '2'], {
      folder,
      env: { MAILHOLD_SMTP: '3', MAILHOLD_HTTP: '4' },
    })

    expect(code).toBe(0)
    expect(out).toMatch(/^--http +2 +--http$/m)
    expect(out).toMatch(/^--smtp +3 +MAILHOLD_SMTP$/m)
    expect(out).toMatch(/^--max-age +7d +mailhold\.config\.json$/m)
    expect(out).toMatch(/^--max-recipients +1000 +default$/m)
  })

  it('warns about a variable that is nearly an option', async () => {
    const { code, err } = await run(['config'], { env: { MAILHOLD_STARTLS: '1' } })

    expect(code).toBe(0)
    expect(err).toBe('mailhold: MAILHOLD_STARTLS is not an option; did you mean MAILHOLD_STARTTLS?\n')
  })

  it('reads a file that begins with a mark of the byte order, as editors on Windows write it', async () => {
    const { out } = await run(['config'], { folder: folderWith('\uFEFF{"label": "marked"}') })

    expect(out).toMatch(/^--label +marked +mailhold\.config\.json$/m)
  })

  it('reads another file, or none, where it is told so', async () => {
    const folder = folderWith('not JSON')
    writeFileSync(join(folder, 'other.json'), '{"label": "other"}')

    expect((await run(['config', '--config', 'other.json'], { folder })).out).toMatch(
      /^--label +other +other\.json$/m,
    )
    expect((await run(['config', '--config', 'off'], { folder })).code).toBe(0)
    expect((await run(['config'], { folder, env: { MAILHOLD_CONFIG: 'other.json' } })).code).toBe(0)
  })
})

describe('wrong usage is one line and exit code 2', () => {
  it.each([
    [['serve', '--pop3', '110a'], '--pop3 must be [host:]port or off, got "110a"'],
    [['--smpt', '25'], 'unknown option --smpt; did you mean --smtp? (--help shows all)'],
    [['lisst'], 'unknown command "lisst"; did you mean list? (--help shows all)'],
    [['serve', 'now'], '"now" is one word too many; options begin with --'],
    [
      ['config', '--config', 'not-there.json'],
      '--config must name a file that can be read, got "not-there.json"',
    ],
    [['import'], 'import needs a file or folder: mailhold import mails.mbox'],
    [['list', 'invoice'], '"invoice" is one word too many; to search: mailhold list -q invoice'],
    [['list', "it's 7"], `"it's 7" is one word too many; to search: mailhold list -q 'it'\\''s 7'`],
    [['health', 'now'], '"now" is one word too many; options begin with --'],
    [['cert', 'now'], '"now" is one word too many; options begin with --'],
    [['cursor', 'now'], '"now" is one word too many; options begin with --'],
    [
      ['serve', '--smtp', 'off', '--pop3', 'off', '--http', 'off'],
      'nobody could reach it: --smtp, --smtps, --pop3, --pop3s, --http are all off; leave one on',
    ],
    [['export', '--format', 'eml'], 'export --format eml needs a folder'],
    [
      ['list', '--url', 'localhost'],
      '--url must be an address such as http://localhost:8025, got "localhost"',
    ],
  ])('%j', async (args, sentence) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '', err: `mailhold: ${sentence}\n` })
  })

  it('a config file that is not JSON', async () => {
    const { code, err } = await run(['serve'], { folder: folderWith('{"smtp": }') })

    expect(code).toBe(2)
    expect(err).toMatch(/^mailhold: mailhold\.config\.json is not JSON: .+\n$/)
  })
})

describe('without a server', () => {
  it.each([['list'], ['show'], ['health'], ['cert'], ['export'], ['import', 'package.json']])(
    '%s says so in one line with exit code 3',
    async (...args) => {
      expect(await run(args, { env: { MAILHOLD_URL: nowhere } })).toMatchObject({
        code: 3,
        out: '',
        err: `mailhold: no Mailhold answers at ${nowhere} (ECONNREFUSED); start one with mailhold, or say where it is with --url or MAILHOLD_URL\n`,
      })
    },
  )

  it('send ends as sendmail does, so that the app tries again', async () => {
    const { code, err } = await run(['send', 'ada@example.com'], {
      env: { MAILHOLD_URL: nowhere },
      input: 'Subject: x\n\n',
    })

    expect(code).toBe(75)
    expect(err).toBe(`mailhold send: no Mailhold answers at ${nowhere} (ECONNREFUSED)\n`)
  })
})

describe('output', () => {
  it('may be closed by its reader at any time', async () => {
    const child = start(['--help'])
    child.stdout?.destroy()
    const errors: Buffer[] = []
    child.stderr?.on('data', (octets: Buffer) => errors.push(octets))

    const [code] = await once(child, 'close')

    expect({ code, errors: Buffer.concat(errors).toString() }).toEqual({ code: 0, errors: '' })
  })
})

import { describe, expect, it } from 'vitest'
import { OptionError } from '#mailhold/config/option-error.js'
import { optionReport } from '#mailhold/config/report.js'
import { resolveOptions } from '#mailhold/config/resolve.js'
import { optionTable } from '#mailhold/config/table.js'

interface Given {
  readonly argv?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly file?: unknown
  readonly platform?: string
}

const resolve = ({ argv = [], env = {}, file, platform = 'linux' }: Given = {}) =>
  resolveOptions({
    argv,
    machine: { platform, home: '/home/ada', env },
    ...(file === undefined ? {} : { file: { name: 'mailhold.config.json', content: file } }),
  })

const port = (number: number) => [{ host: 'localhost', port: number }]

describe('precedence', () => {
  it('takes the flag before the environment before the file before the default', () => {
    const file = { smtp: 3, pop3: 3, http: 3 }
    const env = { MAILHOLD_SMTP: '2', MAILHOLD_POP3: '2' }

    const { values, sources } = resolve({ argv: ['--smtp', '1'], env, file })

    expect(values).toMatchObject({ smtp: port(1), pop3: port(2), http: port(3), maxMessages: 100_000 })
    expect(sources).toMatchObject({
      smtp: { from: 'flag', name: '--smtp' },
      pop3: { from: 'environment', name: 'MAILHOLD_POP3' },
      http: { from: 'file', name: 'mailhold.config.json' },
      maxMessages: { from: 'default' },
    })
  })

  it('takes an empty variable as not set', () => {
    expect(resolve({ env: { MAILHOLD_SMTP: '' } }).values.smtp).toEqual(port(1025))
  })
})

describe('defaults', () => {
  it('are the ports that this field knows, on loopback, without TLS', () => {
    expect(resolve().values).toMatchObject({
      smtp: port(1025),
      smtps: [],
      pop3: port(1110),
      pop3s: [],
      http: port(8025),
      tls: { from: 'off' },
      starttls: false,
    })
  })

  it('are finite limits', () => {
    expect(resolve().values).toMatchObject({
      maxMessageSize: 50_000_000,
      maxRecipients: 1000,
      maxConnections: 500,
      maxMessages: 100_000,
      maxAge: 30 * 86_400_000,
      maxStoreSize: 2_000_000_000,
    })
  })

  it.each([
    ['linux', {}, '/home/ada/.local/share/mailhold'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/mailhold'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ada/.local/share/mailhold'],
    ['darwin', {}, '/home/ada/Library/Application Support/mailhold'],
    ['win32', { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' }, 'C:\\Users\\ada\\AppData\\Local\\mailhold'],
  ])('keep mail in the data folder of %s, given %o', (platform, env, folder) => {
    expect(resolve({ platform, env }).values.data).toBe(folder)
  })
})

describe('TLS', () => {
  it.each([['--smtps', '465'], ['--pop3s', '995'], ['--starttls']])('is implied by %s', (...argv) => {
    const { values, sources } = resolve({ argv })

    expect(values.tls).toEqual({ from: 'auto', names: [] })
    expect(sources.tls).toEqual({ from: 'implied', name: argv[0] })
  })

  it('stays what was asked for', () => {
    const { values } = resolve({ argv: ['--starttls', '--tls', 'auto:mail.dev'] })

    expect(values.tls).toEqual({ from: 'auto', names: ['mail.dev'] })
  })

  it('cannot be off where it is needed', () => {
    expect(() => resolve({ argv: ['--starttls'], env: { MAILHOLD_TLS: 'off' } })).toThrow(
      '--starttls needs a certificate, but --tls is off (from MAILHOLD_TLS); say --tls auto',
    )
  })
})

describe('flags', () => {
  it.each([
    [['--smtp=25']],
    [['--smtp', '25']],
    [['--smtp', '1', '--pop3', 'off', '--no-starttls', '--smtp=25'].slice(2)],
  ])('are read from %j', (argv) => {
    expect(resolve({ argv }).values.smtp).toEqual(port(25))
  })

  it('join a list that is given twice', () => {
    expect(resolve({ argv: ['--smtp', '25', '--smtp', '587'] }).values.smtp).toEqual([
      ...port(25),
      ...port(587),
    ])
  })

  it('switch off what the file switched on', () => {
    expect(resolve({ argv: ['--no-recover'], file: { recover: true } }).values.recover).toBe(false)
  })
})

describe('a mistake is one line with fact, value, source and remedy', () => {
  it.each<[string, Given]>([
    [
      '--pop3 must be [host:]port or off, got "110a" (from MAILHOLD_POP3)',
      { env: { MAILHOLD_POP3: '110a' } },
    ],
    ['--pop3 must be [host:]port or off, got "110a"', { argv: ['--pop3', '110a'] }],
    [
      '--max-age must be a duration such as 30d, 12h, 10m or 45s, got "30" (from mailhold.config.json)',
      { file: { maxAge: 30 } },
    ],
    ['--pop3-delete must be remove, hide or keep, got "drop"', { argv: ['--pop3-delete=drop'] }],
    ['unknown option --smpt; did you mean --smtp? (--help shows all)', { argv: ['--smpt', '25'] }],
    ['unknown option --quite-else (--help shows all)', { argv: ['--quite-else'] }],
    ['unknown option --no-smtp; did you mean --smtp? (--help shows all)', { argv: ['--no-smtp'] }],
    ['--smtp needs a value: [host:]port, [host:]port=inbox or off', { argv: ['--smtp'] }],
    ['--http needs a value: [host:]port or off', { argv: ['--http', '--starttls'] }],
    [
      'unknown option "max-age"; did you mean "maxAge"? (from mailhold.config.json)',
      { file: { 'max-age': '1d' } },
    ],
    ['unknown option "__proto__" (from mailhold.config.json)', { file: JSON.parse('{"__proto__": 1}') }],
    ['unknown option "constructor" (from mailhold.config.json)', { file: { constructor: 'x' } }],
    ['mailhold.config.json must hold a JSON object such as {"smtp": "1025"}', { file: [1] }],
    [
      '"smtp" must be text, a number, a boolean or a list of texts (from mailhold.config.json)',
      { file: { smtp: { port: 25 } } },
    ],
  ])('%s', (sentence, given) => {
    expect(() => resolve(given)).toThrow(new OptionError(sentence))
  })
})

describe('a file', () => {
  it('may hold numbers, booleans and lists', () => {
    const file = { $schema: 'x', smtp: [25, '587=w1'], starttls: true, inboxDomain: ['a.test', 'b.test'] }

    expect(resolve({ file }).values).toMatchObject({
      smtp: [...port(25), { host: 'localhost', port: 587, inbox: 'w1' }],
      starttls: true,
      inboxDomain: ['a.test', 'b.test'],
    })
  })
})

describe('the environment', () => {
  it('is warned about where a name is nearly one of ours', () => {
    const env = {
      MAILHOLD_STARTLS: 'true',
      MAILHOLD_SERVICE_HOST: '10.0.0.1',
      MAILHOLD_URL: 'http://x',
      PATH: '/bin',
    }

    expect(resolve({ env }).warnings).toEqual([
      'MAILHOLD_STARTLS is not an option; did you mean MAILHOLD_STARTTLS?',
    ])
  })
})

describe('the report', () => {
  it('names every option with its value and where it came from', () => {
    const report = optionReport(
      optionTable,
      resolve({ argv: ['--smtps', '[::1]:465'], env: { MAILHOLD_MAX_AGE: '7d' } }),
    )

    expect(report).toContainEqual({ option: '--smtps', value: '[::1]:465', source: '--smtps' })
    expect(report).toContainEqual({ option: '--max-age', value: '7d', source: 'MAILHOLD_MAX_AGE' })
    expect(report).toContainEqual({ option: '--tls', value: 'auto', source: 'implied by --smtps' })
    expect(report).toHaveLength(Object.keys(optionTable).length)
  })
})

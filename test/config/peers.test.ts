// Environments of Mailpit, MailHog and MailDev as fall-backs for our options.

import { describe, expect, it, test } from 'vitest'
import { resolveOptions } from '#mailhold/config/resolve.js'

interface Given {
  readonly argv?: readonly string[]
  readonly file?: unknown
}

const resolve = (env: Readonly<Record<string, string>>, { argv = [], file }: Given = {}) =>
  resolveOptions({
    argv,
    machine: { platform: 'linux', home: '/home/ada', env },
    ...(file !== undefined && { file: { name: 'mailhold.config.json', content: file } }),
  })

const at = (host: string, port: number) => [{ host, port }]

describe('is understood', () => {
  test.each([
    [{ MP_SMTP_BIND_ADDR: '0.0.0.0:2525' }, { smtp: at('0.0.0.0', 2525) }],
    [{ MP_UI_BIND_ADDR: '[::]:9000' }, { http: at('::', 9000) }],
    [{ MP_POP3_BIND_ADDR: ':1110' }, { pop3: at('0.0.0.0', 1110) }],
    [{ MP_DATABASE: '/data/mailpit.db' }, { data: '/data' }],
    [{ MP_DATABASE: 'x.db' }, { data: '.' }],
    [{ MP_DATA_FILE: '/old/x.db' }, { data: '/old' }],
    [{ MP_LABEL: 'shop' }, { label: 'shop' }],
    [{ MP_MAX_MESSAGES: '500' }, { maxMessages: 500 }],
    [{ MP_MAX_AGE: '3d' }, { maxAge: 3 * 86_400_000 }],
    [{ MP_MAX_MESSAGE_SIZE: '4' }, { maxMessageSize: 4 * 1024 * 1024 }],
    [{ MP_SMTP_MAX_RECIPIENTS: '10' }, { maxRecipients: 10 }],
    [{ MP_WEBROOT: 'mail/' }, { basePath: '/mail' }],
    [{ MP_API_CORS: 'app.example' }, { corsOrigin: ['http://app.example', 'https://app.example'] }],
    [{ MP_ALLOWED_HOSTS: 'mail.example.com' }, { allowedHosts: ['mail.example.com'] }],
    [{ MP_UI_AUTH_FILE: '/users' }, { httpAuth: '/users' }],
    [{ MP_SMTP_AUTH_FILE: '/users' }, { smtpAuth: { from: 'file', file: '/users' } }],
    [{ MP_POP3_AUTH_FILE: '/users' }, { pop3Auth: '/users' }],
    [{ MP_SMTP_AUTH_ACCEPT_ANY: 'true' }, { smtpAuth: { from: 'accept-any' } }],
    [
      { MP_SMTP_TLS_CERT: '/c.pem', MP_SMTP_TLS_KEY: '/k.pem' },
      { tls: { from: 'files', certificate: '/c.pem', key: '/k.pem' }, starttls: true },
    ],
    [{ MP_QUIET: '1' }, { logLevel: 'error' }],
    [{ MP_VERBOSE: 'yes' }, { logLevel: 'debug' }],
    [{ MH_SMTP_BIND_ADDR: '0.0.0.0:25' }, { smtp: at('0.0.0.0', 25) }],
    [{ MH_UI_BIND_ADDR: '0.0.0.0:80', MH_API_BIND_ADDR: '0.0.0.0:80' }, { http: at('0.0.0.0', 80) }],
    [{ MH_UI_WEB_PATH: 'mailhog' }, { basePath: '/mailhog' }],
    [{ MH_CORS_ORIGIN: 'https://app.example' }, { corsOrigin: ['https://app.example'] }],
    [{ MH_AUTH_FILE: '/users' }, { httpAuth: '/users' }],
    [{ MH_STORAGE: 'memory' }, { data: 'memory' }],
    [{ MH_MAILDIR_PATH: '/maildir', MH_STORAGE: 'maildir' }, { data: '/maildir' }],
    [{ MAILDEV_SMTP_PORT: '25', MAILDEV_IP: '::' }, { smtp: at('::', 25) }],
    [{ MAILDEV_IP: '0.0.0.0' }, { smtp: at('0.0.0.0', 1025) }],
    [{ MAILDEV_WEB_PORT: '1080' }, { http: at('localhost', 1080) }],
    [{ MAILDEV_WEB_PORT: '1080', MAILDEV_DISABLE_WEB: 'true' }, { http: [] }],
    [{ MAILDEV_BASE_PATHNAME: '/maildev' }, { basePath: '/maildev' }],
    [{ MAILDEV_MAIL_DIRECTORY: '/mails' }, { data: '/mails' }],
    [{ MAILDEV_MAX_EMAILS: '20' }, { maxMessages: 20 }],
    [{ MAILDEV_MAX_MESSAGE_SIZE: '1000' }, { maxMessageSize: 1000 }],
    [{ MAILDEV_SILENT: 'true' }, { logLevel: 'silent' }],
  ])('%j', (env, values) => {
    const resolved = resolve(env)

    expect(resolved.values).toMatchObject(values)
    expect(resolved.notes[0]).toMatch(/^(?:MP|MH|MAILDEV)_\w+ understood as --[a-z0-9-]+$/)
  })

  it('and said: which variable stands for which option', () => {
    const { notes, sources, warnings } = resolve({ MP_SMTP_BIND_ADDR: '0.0.0.0:25', MP_LABEL: '' })

    expect(notes).toEqual(['MP_SMTP_BIND_ADDR understood as --smtp'])
    expect(sources.smtp).toEqual({ from: 'environment', name: 'MP_SMTP_BIND_ADDR' })
    expect(warnings).toEqual([])
  })

  it('behind everything that is said in our own words', () => {
    const env = { MP_SMTP_BIND_ADDR: '1', MP_UI_BIND_ADDR: '1', MP_POP3_BIND_ADDR: '1', MAILHOLD_HTTP: '2' }

    const { values, notes, warnings } = resolve(env, { argv: ['--smtp', '3'], file: { pop3: 4 } })

    expect(values).toMatchObject({
      smtp: at('localhost', 3),
      http: at('localhost', 2),
      pop3: at('localhost', 4),
    })
    expect(notes).toEqual([])
    expect(warnings).toContain('MP_UI_BIND_ADDR is passed over: --http is given otherwise')
  })

  it('unless its value is none that the option takes', () => {
    expect(() => resolve({ MP_MAX_AGE: 'long' })).toThrow(
      '--max-age must be a duration such as 30d, 12h, 10m or 45s, got "long" (from MP_MAX_AGE)',
    )
  })
})

describe('a protection that is not given ends the start', () => {
  test.each([
    [{ MP_UI_AUTH: 'ada:secret' }, 'MP_UI_AUTH asks for a protection', '--http-auth <file>'],
    [{ MP_SMTP_AUTH: 'ada:secret' }, 'MP_SMTP_AUTH asks', '--smtp-auth <file>'],
    [{ MP_SMTP_AUTH: 'ada:secret', MP_SMTP_AUTH_ACCEPT_ANY: '1' }, 'MP_SMTP_AUTH asks', '--smtp-auth'],
    [{ MP_POP3_AUTH: 'ada:secret' }, 'MP_POP3_AUTH asks', '--pop3-auth <file>'],
    [{ MP_SEND_API_AUTH: 'ada:secret' }, 'MP_SEND_API_AUTH asks', '--http-auth'],
    [{ MP_UI_TLS_CERT: '/c.pem' }, 'MP_UI_TLS_CERT asks', 'proxy'],
    [{ MP_POP3_TLS_CERT: '/c.pem' }, 'MP_POP3_TLS_CERT asks', '--pop3s'],
    [{ MP_SMTP_REQUIRE_TLS: 'true' }, 'MP_SMTP_REQUIRE_TLS asks', '--smtps'],
    [{ MP_SMTP_REQUIRE_STARTTLS: '1' }, 'MP_SMTP_REQUIRE_STARTTLS asks', '--smtps'],
    [{ MP_UI_BIND_ADDR: 'unix:/run/ui.sock' }, 'MP_UI_BIND_ADDR asks for a Unix socket', '--http'],
    [{ MAILDEV_WEB_PASS: 'x' }, 'MAILDEV_WEB_PASS asks', '--http-auth'],
    [{ MAILDEV_INCOMING_USER: 'x' }, 'MAILDEV_INCOMING_USER asks', '--smtp-auth'],
    [{ MAILDEV_HTTPS: 'true' }, 'MAILDEV_HTTPS asks', 'proxy'],
  ])('%j', (env, fact, remedy) => {
    expect(() => resolve(env)).toThrow(fact)
    expect(() => resolve(env)).toThrow(remedy)
  })

  it('but not when it is given in our way or theirs', () => {
    const values = { httpAuth: '/users' }

    expect(resolve({ MP_UI_AUTH: 'a:b' }, { argv: ['--http-auth', '/users'] }).values).toMatchObject(values)
    expect(resolve({ MP_UI_AUTH: 'a:b', MP_UI_AUTH_FILE: '/users' }).values).toMatchObject(values)
    expect(resolve({ MP_SMTP_REQUIRE_TLS: 'true', MAILHOLD_SMTPS: '465' }).warnings).toEqual([])
  })

  it('nor when it says no', () => {
    expect(resolve({ MP_SMTP_REQUIRE_TLS: 'false', MAILDEV_HTTPS: '0' }).warnings).toEqual([])
  })
})

describe('a warning', () => {
  test.each([
    [
      { MP_SMTP_RELAY_HOST: 'x' },
      'MP_SMTP_RELAY_HOST has no counterpart: mail leaves only when somebody releases it',
    ],
    [{ MP_DATABASE: 'http://rqlite:4001' }, 'MP_DATABASE=http://rqlite:4001 has no counterpart in --data'],
    [{ MP_MAX_MESSAGES: '0' }, 'MP_MAX_MESSAGES=0 has no counterpart in --max-messages'],
    [{ MP_API_CORS: '*' }, 'MP_API_CORS=* has no counterpart in --cors-origin'],
    [{ MP_NEW_THING: '1' }, 'MP_NEW_THING is not known here and does nothing'],
    [{ MH_INVITE_JIM: '1' }, 'MH_INVITE_JIM has no counterpart: invite him with POST /api/v2/jim'],
    [{ MAILDEV_MCP: '1' }, 'MAILDEV_MCP has no counterpart: there is no MCP server'],
    [
      { MP_SMTP_BIND_ADDR: '1', MH_SMTP_BIND_ADDR: '2' },
      'MH_SMTP_BIND_ADDR is passed over: --smtp is given otherwise',
    ],
  ])('tells of %j', (env, warning) => {
    expect(resolve(env).warnings).toEqual([warning])
  })

  it('is not made of what nobody would miss', () => {
    const env = {
      MP_SMTP_AUTH_ALLOW_INSECURE: '1',
      MP_SMTP_DISABLE_RDNS: 'true',
      MP_ENABLE_CHAOS: 'true',
      MH_HOSTNAME: 'mailhog.example',
      MAILDEV_DISABLE_WEB: 'false',
      MPLAYER: 'x',
    }

    expect(resolve(env)).toMatchObject({ warnings: [], notes: [] })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listeners, listenersWithInbox } from '#mailhold/config/kinds/listeners.js'
import { basePath, domains, hostPatterns, origins } from '#mailhold/config/kinds/names.js'
import { count, duration, size } from '#mailhold/config/kinds/quantities.js'
import { smtpAuth, tlsSource } from '#mailhold/config/kinds/security.js'
import { choice, fileOrOff, folderOrMemory, text, toggle } from '#mailhold/config/kinds/words.js'

const kinds = {
  listeners,
  listenersWithInbox,
  basePath,
  domains,
  hostPatterns,
  origins,
  count,
  duration,
  size,
  smtpAuth,
  tlsSource,
  choice: choice('remove', 'hide', 'keep'),
  fileOrOff,
  folderOrMemory,
  text,
  toggle,
}

describe('listeners', () => {
  it.each([
    ['25', [{ host: 'localhost', port: 25 }]],
    ['0', [{ host: 'localhost', port: 0 }]],
    ['25,587, 1025', [25, 587, 1025].map((port) => ({ host: 'localhost', port }))],
    ['0.0.0.0:1025', [{ host: '0.0.0.0', port: 1025 }]],
    ['[::1]:1025', [{ host: '::1', port: 1025 }]],
    ['[fe80::1%eth0]:1', [{ host: 'fe80::1%eth0', port: 1 }]],
    ['mail.example:65535', [{ host: 'mail.example', port: 65535 }]],
    ['off', []],
  ])('reads %s', (text, value) => {
    expect(listeners.parse(text)).toEqual({ value })
  })

  it.each([
    '',
    '110a',
    '65536',
    '-1',
    ':25',
    '::1:25',
    'a b:25',
    '25,',
    'off,25',
    '25=w1',
    'localhost',
    '1e3',
    '٣',
  ])('does not take "%s"', (text) => {
    expect(listeners.parse(text)).toBeUndefined()
  })

  it('gives a listener its inbox', () => {
    expect(listenersWithInbox.parse('1026=w1,1025')).toEqual({
      value: [
        { host: 'localhost', port: 1026, inbox: 'w1' },
        { host: 'localhost', port: 1025 },
      ],
    })
  })

  it.each(['1026=', '1026=Big', '1026=a=b', '1026=all', `1026=${'a'.repeat(41)}`])(
    'does not take "%s" as a listener with an inbox',
    (text) => {
      expect(listenersWithInbox.parse(text)).toBeUndefined()
    },
  )
})

describe('quantities', () => {
  it.each([
    ['50MB', 50_000_000],
    ['2GB', 2_000_000_000],
    ['1.5kB', 1500],
    ['1 KiB', 1024],
    ['1mib', 1_048_576],
    ['17', 17],
  ])('reads the size %s', (text, value) => {
    expect(size.parse(text)).toEqual({ value })
  })

  it.each(['', '0', '-1', '1TBB', 'MB', '50 MB MB', '9'.repeat(20), '0.0001B'])(
    'does not take "%s" as a size',
    (text) => {
      expect(size.parse(text)).toBeUndefined()
    },
  )

  it.each([
    ['30d', 2_592_000_000],
    ['12h', 43_200_000],
    ['10m', 600_000],
    ['45s', 45_000],
    ['5ms', 5],
  ])('reads the duration %s', (text, value) => {
    expect(duration.parse(text)).toEqual({ value })
  })

  it.each(['30', '', '0d', '1y', 'd'])('does not take "%s" as a duration', (text) => {
    expect(duration.parse(text)).toBeUndefined()
  })

  it.each(['0', '1.5', '-3', '', '1e5', '0x10'])('does not take "%s" as a count', (text) => {
    expect(count.parse(text)).toBeUndefined()
  })
})

describe('names', () => {
  it('makes lists lower case and names each once', () => {
    expect(domains.parse('Mailhold.test, a.example,a.example')).toEqual({
      value: ['mailhold.test', 'a.example'],
    })
  })

  it.each(['a..b', '.', 'a b', 'a/b', 'ü.example'])('does not take "%s" as a domain', (text) => {
    expect(domains.parse(text)).toBeUndefined()
  })

  it('takes origins and nothing longer', () => {
    expect(origins.parse('http://localhost:3000,https://App.example/')).toEqual({
      value: ['http://localhost:3000', 'https://app.example'],
    })
    expect(origins.parse('http://localhost:3000/page')).toBeUndefined()
    expect(origins.parse('localhost:3000')).toBeUndefined()
    expect(origins.parse('*')).toBeUndefined()
  })

  it.each([
    ['/', ''],
    ['', ''],
    ['/mail', '/mail'],
    ['/a/b/', '/a/b'],
  ])('reads the base path "%s" as "%s"', (text, value) => {
    expect(basePath.parse(text)).toEqual({ value })
  })

  it.each(['mail', '/../x', '//x', '/a b', '/%2e', '/.'])('does not take "%s" as a base path', (text) => {
    expect(basePath.parse(text)).toBeUndefined()
  })
})

describe('TLS and logins', () => {
  it.each([
    ['auto', { from: 'auto', names: [] }],
    ['auto:mail.dev,10.0.0.1', { from: 'auto', names: ['mail.dev', '10.0.0.1'] }],
    ['a.pem,b.pem', { from: 'files', certificate: 'a.pem', key: 'b.pem' }],
    ['off', { from: 'off' }],
  ])('reads %s', (text, value) => {
    expect(tlsSource.parse(text)).toEqual({ value })
  })

  it.each(['', 'a.pem', 'a,b,c', 'auto:', 'auto:a b', ',b'])(
    'does not take "%s" as a certificate',
    (text) => {
      expect(tlsSource.parse(text)).toBeUndefined()
    },
  )

  it('tells the words of SMTP logins from a file', () => {
    expect(smtpAuth.parse('accept-any')).toEqual({ value: { from: 'accept-any' } })
    expect(smtpAuth.parse('users.htpasswd')).toEqual({ value: { from: 'file', file: 'users.htpasswd' } })
  })

  it('reads off as no file', () => {
    expect(fileOrOff.parse('off')).toEqual({ value: undefined })
    expect(fileOrOff.parse('')).toBeUndefined()
  })
})

describe('every kind', () => {
  it.each(Object.entries(kinds))('%s reads what it prints as the same value', (_, kind) => {
    const samples = [
      'off',
      'auto',
      'auto:a',
      'a,b',
      '0',
      '25',
      '[::1]:25',
      '1MB',
      '3d',
      '3',
      '/a',
      'true',
      'hide',
      'a.b',
      'http://a',
    ]
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...samples), fc.string(), fc.webUrl(), fc.domain()), (given) => {
        const read = kind.parse(given)
        // each kind prints its own values
        if (read) expect(kind.parse(kind.print(read.value as never))).toEqual(read)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { openListeners, openWarning } from '#mailhold/app/open-listeners.js'

const noPasswords = { httpAuth: undefined, pop3Auth: undefined }
const on = (protocol: 'smtp' | 'pop3' | 'pop3s' | 'http', host: string) => ({ protocol, host, port: 1 })

describe('a listener is open', () => {
  it.each([
    on('http', '0.0.0.0'),
    on('http', '::'),
    on('http', '192.0.2.7'),
    on('pop3', '::'),
    on('pop3s', 'host'),
  ])('when other machines reach it and it asks for no password: $protocol $host', (listener) => {
    expect(openListeners([listener], noPasswords)).toEqual([listener])
  })

  it.each([
    on('http', '127.0.0.1'),
    on('http', '127.0.0.2'),
    on('pop3', '::1'),
    on('http', '::ffff:127.0.0.1'),
    on('smtp', '0.0.0.0'),
  ])('but not on loopback, and not for SMTP: $protocol $host', (listener) => {
    expect(openListeners([listener], noPasswords)).toEqual([])
  })

  it('unless its own password file guards it', () => {
    const listeners = [on('http', '::'), on('pop3', '::')]

    expect(openListeners(listeners, { ...noPasswords, httpAuth: 'users' })).toEqual([on('pop3', '::')])
    expect(openListeners(listeners, { ...noPasswords, pop3Auth: 'users' })).toEqual([on('http', '::')])
  })
})

it('the log names what is open and the remedy, once', () => {
  expect(openWarning([on('http', '::'), on('pop3', '0.0.0.0'), on('pop3s', '0.0.0.0')])).toBe(
    'everybody who reaches http [::]:1, pop3 0.0.0.0:1, pop3s 0.0.0.0:1 can read all mail; ask for a password with --http-auth and --pop3-auth',
  )
  expect(openWarning([])).toBeUndefined()
})

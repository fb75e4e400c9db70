import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowHosts } from '#mailhold/http/guard/allowed-host.js'
import { readAuthority } from '#mailhold/http/guard/authority.js'
import { judgeFront } from '#mailhold/http/guard/front.js'

const judge = (host: string | undefined, url = '/v1/messages', allowed: string[] = []) =>
  judgeFront(
    {
      url,
      headers: host === undefined ? {} : { host },
      rawHeaders: host === undefined ? [] : ['Host', host],
    },
    allowHosts(allowed),
  )

describe('the Host header', () => {
  it.each([
    '127.0.0.1',
    '127.0.0.1:8025',
    '192.168.7.9:8025',
    '[::1]:8025',
    '[fe80::1]',
    'localhost',
    'LocalHost:8025',
    'localhost.',
    'mailhold',
    'mailhold:8025',
    'app.localhost',
    'box.local',
    'host.docker.internal:8025',
    'ci.test',
    'nas.lan',
  ])('%s is allowed', (host) => {
    expect(judge(host)).toEqual({ pass: true, path: '/v1/messages' })
  })

  it.each([
    'evil.example',
    'evil.example:8025',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'xlocalhost.com',
    'eviltest.org',
    '127.1',
    'user@localhost',
    'localhost:8025@evil.example',
    'local host',
    'localhost, evil.example',
    '[::1',
    '[::1].evil.example',
    '::1',
    'localhost:',
    'localhost:80x',
    'ločalhost.example',
    'a..test',
    '',
  ])('"%s" is refused', (host) => {
    expect(judge(host)).toMatchObject({ pass: false, status: 421 })
  })

  it('is named in the refusal with the remedy', () => {
    expect(judge('mail.example.com:8025')).toEqual({
      pass: false,
      status: 421,
      detail: 'Host "mail.example.com" is not allowed; set MAILHOLD_ALLOWED_HOSTS=mail.example.com',
    })
  })

  it('is needed, also by HTTP/1.0', () => {
    expect(judge(undefined)).toEqual({
      pass: false,
      status: 400,
      detail: 'The request has no Host header.',
    })
  })

  it('may be there once only', () => {
    const twice = {
      url: '/',
      headers: { host: 'localhost' },
      rawHeaders: ['Host', 'localhost', 'hOsT', 'evil.example'],
    }

    expect(judgeFront(twice, allowHosts([]))).toMatchObject({ pass: false, status: 400 })
  })

  it('may be any name that a pattern allows, and no other', () => {
    expect(judge('mail.example.com', '/', ['mail.example.com'])).toMatchObject({ pass: true })
    expect(judge('MAIL.example.com', '/', ['*.Example.com'])).toMatchObject({ pass: true })
    expect(judge('a.b.example.com', '/', ['*.example.com'])).toMatchObject({ pass: true })
    expect(judge('example.com', '/', ['*.example.com'])).toMatchObject({ pass: false })
    expect(judge('evilexample.com', '/', ['*.example.com'])).toMatchObject({ pass: false })
    expect(judge('anything.example', '/', ['*'])).toMatchObject({ pass: true })
  })
})

describe('the request target', () => {
  it('in absolute form is judged by its own authority too, and routed by its path', () => {
    expect(judge('localhost', 'http://127.0.0.1:8025/v1/status?x=1')).toEqual({
      pass: true,
      path: '/v1/status?x=1',
    })
    expect(judge('localhost', 'HTTP://localhost')).toEqual({ pass: true, path: '/' })
    expect(judge('localhost', 'http://evil.example/v1/status')).toMatchObject({ pass: false, status: 421 })
    expect(judge('evil.example', 'http://localhost/v1/status')).toMatchObject({ pass: false, status: 421 })
  })

  it.each(['ftp://localhost/', 'evil.example:443', '', 'http://a@localhost/'])('"%s" is refused', (url) => {
    expect(judge('localhost', url)).toMatchObject({ pass: false, status: 400 })
  })
})

describe('reading an authority', () => {
  it('never takes a host with a character that could end or begin one', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const authority = readAuthority(text)
        return authority === undefined || /^[a-z0-9_.:-]*$/.test(authority.host)
      }),
      { numRuns: 2000 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { allowOrigins } from '#mailhold/http/guard/cors.js'
import { refuseForeignPage } from '#mailhold/http/guard/foreign-page.js'

const isAllowed = allowOrigins(['http://app.test:3000'])
const host = 'localhost:8025'

const ask = (method: string, headers: Record<string, string>, route = {}) =>
  refuseForeignPage({ method, headers: { host, ...headers } }, route, isAllowed)

describe('a request with an Origin', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('that changes something by %s must come from us', (method) => {
    expect(ask(method, {})).toBeUndefined()
    expect(ask(method, { origin: 'http://localhost:8025' })).toBeUndefined()
    expect(ask(method, { origin: 'https://localhost:8025' })).toBeUndefined()
    expect(ask(method, { origin: 'http://app.test:3000' })).toBeUndefined()
    expect(ask(method, { origin: 'http://evil.example' })).toContain('"http://evil.example" is not allowed')
    expect(ask(method, { origin: 'http://localhost:9999' })).toContain('is not allowed')
    expect(ask(method, { origin: 'null' })).toMatch(
      /^Origin "null" is that of a file .*MAILHOLD_CORS_ORIGIN$/,
    )
    expect(ask(method, { origin: 'http://localhost:8025.evil.example' })).toContain('is not allowed')
    expect(ask(method, { origin: 'file://localhost:8025' })).toContain('is not allowed')
  })

  it('must come from us when it opens a stream', () => {
    expect(ask('GET', { origin: 'http://evil.example' }, { stream: true })).toContain('is not allowed')
    expect(ask('GET', { origin: 'http://localhost:8025' }, { stream: true })).toBeUndefined()
  })

  it('may read from anywhere, since without a CORS header no page sees the answer', () => {
    expect(ask('GET', { origin: 'http://evil.example' })).toBeUndefined()
  })
})

describe('a request that a browser calls cross-site', () => {
  const crossSite = { 'sec-fetch-site': 'cross-site' }
  const link = { ...crossSite, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

  it('is refused whatever its method', () => {
    expect(ask('GET', crossSite)).toContain('another site')
    expect(ask('POST', crossSite)).toContain('another site')
  })

  it('is let through when it follows a link to the page, and only then', () => {
    expect(ask('GET', link, { page: true })).toBeUndefined()
    expect(ask('GET', link)).toContain('another site')
    expect(ask('POST', link, { page: true })).toContain('another site')
    expect(ask('GET', { ...link, 'sec-fetch-dest': 'iframe' }, { page: true })).toContain('another site')
  })

  it('is let through for an origin that the user named', () => {
    expect(ask('POST', { ...crossSite, origin: 'http://app.test:3000' })).toBeUndefined()
  })

  it('is nothing special from the same site', () => {
    expect(ask('GET', { 'sec-fetch-site': 'same-origin' })).toBeUndefined()
    expect(ask('GET', { 'sec-fetch-site': 'none' })).toBeUndefined()
  })
})

describe('origins of other pages', () => {
  it('are compared whole, or by a pattern that crosses no slash', () => {
    const allows = allowOrigins(['https://*.example.com', 'http://one.test/'])

    expect(allows('https://a.example.com')).toBe(true)
    expect(allows('HTTPS://A.example.com')).toBe(true)
    expect(allows('http://one.test')).toBe(true)
    expect(allows('https://example.com')).toBe(false)
    expect(allows('https://evil.example/.example.com')).toBe(false)
    expect(allows('https://a.example.com.evil.example')).toBe(false)
    expect(allowOrigins(['*'])('http://any.example')).toBe(true)
    expect(allowOrigins([])('http://any.example')).toBe(false)
  })
})

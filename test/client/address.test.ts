import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '#mailhold/client/client.js'

afterEach(() => vi.unstubAllEnvs())

describe('the address of the server', () => {
  it('is what was given, else the variable, else where it listens by itself', () => {
    vi.stubEnv('MAILHOLD_URL', 'http://127.0.0.1:9025/mail/')
    expect(createClient({ url: new URL('https://mail.test') }).url).toBe('https://mail.test')
    expect(createClient().url).toBe('http://127.0.0.1:9025/mail')

    vi.stubEnv('MAILHOLD_URL', undefined)
    expect(createClient().url).toBe('http://localhost:8025')
  })

  it('does not come from a variable that is empty', () => {
    vi.stubEnv('MAILHOLD_URL', '')
    vi.stubEnv('MAILHOLD_INBOX_DOMAIN', '')

    const client = createClient()

    expect(client.url).toBe('http://localhost:8025')
    expect(client.inbox('w1').address('ada')).toBe('ada@w1.mailhold.test')
  })

  it.each(['localhost:8025', '127.0.0.1:8025', '', 'ftp://localhost'])('is not %j', (url) => {
    expect(() => createClient({ url })).toThrow(
      new TypeError(`url must be an address such as http://localhost:8025, got "${url}"`),
    )
  })

  it('that is wrong is told with the variable it came from', () => {
    vi.stubEnv('MAILHOLD_URL', 'localhost:8025')

    expect(() => createClient()).toThrow(
      'url must be an address such as http://localhost:8025, got "localhost:8025" (from MAILHOLD_URL)',
    )
  })
})

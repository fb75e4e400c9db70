import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import bcrypt from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../support/http.js'

const folder = mkdtempSync(join(tmpdir(), 'mailhold-http-auth-'))
let server: TestServer

beforeAll(async () => {
  const file = join(folder, 'passwords')
  writeFileSync(file, `ada:${bcrypt.hashSync('right', 4)}\n`)
  server = await startServer({ httpAuth: file, corsOrigin: ['http://app.test'] })
})

afterAll(async () => {
  await server.mailhold.stop()
  rmSync(folder, { recursive: true })
})

const as = (user: string, password: string) => ({
  headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
})

describe('with --http-auth', () => {
  it.each([
    '/',
    '/docs',
    '/docs/start.js',
    '/v1/openapi.json',
    '/v1/messages',
    '/v1/events',
    '/metrics',
    '/v1/nothing',
    '/v1/%6dessages',
    '/livez/x',
  ])('%s asks for a password', async (path) => {
    const answer = await server.ask(path)

    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="Mailhold", charset="UTF-8"')
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    await answer.body?.cancel()
  })

  it('the right password opens, and every wrong one gets the same answer', async () => {
    const wrong = await Promise.all(
      [as('ada', 'wrong'), as('eve', 'right'), as('', ''), { headers: { authorization: 'Bearer x' } }].map(
        async (init) => {
          const answer = await server.ask('/v1/status', init)
          return [answer.status, await answer.text()]
        },
      ),
    )

    expect((await server.ask('/v1/status', as('ada', 'right'))).status).toBe(200)
    expect(new Set(wrong.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(wrong[0]?.[0]).toBe(401)
  })

  it('whoever watches over the process needs none', async () => {
    expect((await server.ask('/livez')).status).toBe(200)
    expect((await server.ask('/readyz')).status).toBe(200)
  })

  it('a preflight, which can carry none, is answered', async () => {
    const headers = { origin: 'http://app.test', 'access-control-request-method': 'GET' }

    expect((await server.ask('/v1/messages', { method: 'OPTIONS', headers })).status).toBe(204)
  })
})

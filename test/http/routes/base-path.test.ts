import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Summary } from '#mailhold/wire/summary.js'
import { startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ basePath: '/mail' })
})

afterAll(async () => {
  await server.mailhold.stop()
})

describe('under a base path', () => {
  const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init)

  it('everything stands below it, and nothing beside it', async () => {
    for (const path of [
      '/mail',
      '/mail/',
      '/mail/v1/status',
      '/mail/docs',
      '/mail/livez',
      '/mail/v1/openapi.json',
    ]) {
      expect([path, (await at(path)).status]).toEqual([path, 200])
    }
    for (const path of ['/', '/v1/status', '/docs', '/mailx/v1/status']) {
      expect([path, (await at(path)).status]).toEqual([path, 404])
    }
  })

  it('answers name absolute paths below it', async () => {
    const kept = await at('/mail/v1/messages', {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: 'Subject: x\r\n\r\n',
    })
    const summary = (await kept.json()) as Summary

    expect(summary.url).toBe(`/mail/v1/messages/${summary.id}`)
    expect(kept.headers.get('location')).toBe(summary.url)
    expect((await at(summary.url)).status).toBe(200)
  })

  it('the pages link below it', async () => {
    expect(await (await at('/mail/')).text()).toContain('<base href="/mail/" />')
    const docs = await (await at('/mail/docs')).text()
    for (const [, path] of docs.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect([path, (await at(path ?? '')).status]).toEqual([path, 200])
    }
  })
})

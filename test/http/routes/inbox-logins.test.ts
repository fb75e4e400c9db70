import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import bcrypt from 'bcryptjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Inbox } from '#mailhold/wire/inbox.js'
import { startServer } from '../../support/http.js'

const folder = mkdtempSync(join(tmpdir(), 'mailhold-logins-'))
const file = join(folder, 'passwords')

beforeAll(() => writeFileSync(file, `w1:${bcrypt.hashSync('right', 4)}\n`))

afterAll(() => rmSync(folder, { recursive: true }))

async function loginsOf(options: Parameters<typeof startServer>[0]) {
  const server = await startServer(options)
  const answer = await server.ask('/v1/inboxes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"w1"}',
  })
  const { smtp, pop3 } = (await answer.json()) as Inbox
  await server.mailhold.stop()
  return [smtp.url, pop3.url].map((url) => url?.replace(/\d+$/, 'port') ?? null)
}

it('a login leaves the password out where it must be the one of a file', async () => {
  expect(await loginsOf({ smtpAuth: file, pop3Auth: file })).toEqual([
    'smtp://w1@127.0.0.1:port',
    'pop3://inbox%3Aw1@127.0.0.1:port',
  ])
})

it('a login is none where user names are not asked for', async () => {
  expect(await loginsOf({ smtpAuth: 'off' })).toEqual([null, 'pop3://inbox%3Aw1:any@127.0.0.1:port'])
})

// A start with the environment of another server, as containers that were wired for it have.

import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, start } from './mailhold-process.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailhold-peers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Everything that a server prints until it holds `text`; then it is stopped. */
async function printed(env: Readonly<Record<string, string>>, text: string): Promise<string> {
  const child = start(['--pop3', '0'], { env, folder })
  let output = ''
  const ended = once(child, 'close')
  const said = new Promise<void>((resolve) => {
    const hear = (octets: Buffer): void => {
      output += octets
      if (output.includes(text)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
  })
  await Promise.race([said, ended])
  child.kill('SIGTERM')
  await ended
  return output
}

it("starts from Mailpit's variables, says which it understood, and prints the line that tools wait for", async () => {
  writeFileSync(join(folder, 'mailpit.db'), 'not ours')
  const env = {
    MP_SMTP_BIND_ADDR: '127.0.0.1:0',
    MP_UI_BIND_ADDR: '127.0.0.1:0',
    MP_DATABASE: join(folder, 'mailpit.db'),
    MP_SMTP_AUTH_ACCEPT_ANY: '1',
    MP_SMTP_AUTH_ALLOW_INSECURE: '1',
    MP_WEBHOOK_URL: 'http://localhost:1',
  }

  const output = await printed(env, 'accessible via http')

  expect(output).toContain('MP_SMTP_BIND_ADDR understood as --smtp\n')
  expect(output).toContain('MP_DATABASE understood as --data\n')
  expect(output).toContain('MP_WEBHOOK_URL has no counterpart')
  expect(output).toMatch(/^\[http\] accessible via http:\/\/localhost:\d+\/$/m)
  expect(output).toContain(`keeps mail in ${folder}`)
  expect(readdirSync(folder)).toContain('mailpit.db')
})

it('does not start open where a password was asked for', async () => {
  const { code, err } = await run([], { env: { MP_UI_AUTH: 'ada:secret' }, folder })

  expect(code).toBe(2)
  expect(err).toBe(
    'mailhold: MP_UI_AUTH asks for a protection that it does not give here; ' +
      'write the users into a file with htpasswd -B and say --http-auth <file>\n',
  )
})

it('does not start with a password file that it cannot read', async () => {
  const file = join(folder, 'plain')
  writeFileSync(file, 'ada:secret\n')
  const env = {
    MP_UI_AUTH_FILE: file,
    MP_UI_BIND_ADDR: '0',
    MP_SMTP_BIND_ADDR: '0',
    MP_DATABASE: join(folder, 'x.db'),
  }

  const { code, err } = await run(['--pop3', '0'], { env, folder })

  expect([code, err]).toEqual([2, expect.stringContaining('is not user:hash with a bcrypt or scrypt hash')])
})

it('tells in `mailhold config` which variable a value comes from', async () => {
  const { out } = await run(['config'], { env: { MH_SMTP_BIND_ADDR: '0.0.0.0:2525' }, folder })

  expect(out).toMatch(/--smtp +0\.0\.0\.0:2525 +MH_SMTP_BIND_ADDR/)
})

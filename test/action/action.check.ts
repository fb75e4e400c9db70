import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environmentOf, fetchNode, pack } from '../package/installed.js'
import { openSender } from '../support/smtp-sender.js'
import { openRunner, type Runner } from './runner.js'

let folder: string
let tarball: string
let runner: Runner

// Node 24 takes SQLite as it comes in its package, as on GitHub's runners
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailhold-action-'))
  tarball = await pack(folder)
  runner = openRunner(environmentOf(await fetchNode('24', join(folder, 'node'))))
})

afterAll(() => {
  runner.close()
  rmSync(folder, { recursive: true, force: true })
})

const free = '--smtp 0 --http 0 --pop3 0'

test('it starts, tells later steps where, runs a command, collects the mail, and stops', async () => {
  const said = await runner.run('Start Mailhold', { package: tarball, options: `${free} --label CI` })
  const { MAILHOLD_URL = '', SMTP_PORT = '', SMTP_URL, POP3_URL } = runner.written('GITHUB_ENV')
  const outputs = runner.written('GITHUB_OUTPUT')
  const sender = await openSender(Number(SMTP_PORT))
  await sender.deliver(Buffer.from('Subject: From a test\r\n\r\nHello.\r\n'))
  sender.close()

  await runner.run('Run beside Mailhold', { run: 'mailhold wait "subject=From a test"' })
  const failing = runner.run('Run beside Mailhold', { run: 'false | true' })
  await expect(failing).rejects.toThrow()
  await runner.run('Collect the mail that was caught')
  await runner.run('Stop Mailhold')

  expect(said).toContain(`ok: ${MAILHOLD_URL}`)
  expect(outputs).toMatchObject({
    url: MAILHOLD_URL,
    'smtp-port': SMTP_PORT,
    'smtp-url': SMTP_URL,
    'pop3-url': POP3_URL,
  })
  const caught = runner.written('GITHUB_OUTPUT').folder ?? ''
  const [mail = ''] = readdirSync(join(caught, 'mail')).filter((name) => name.endsWith('.eml'))
  expect(readFileSync(join(caught, 'mail', mail), 'utf8')).toBe('Subject: From a test\r\n\r\nHello.\r\n')
  expect(readFileSync(join(caught, 'log.txt'), 'utf8')).toContain('point your app at')
  const gone = async () => !existsSync(join(runner.temp, 'mailhold/ready.json'))
  await expect.poll(gone, { timeout: 10_000 }).toBe(true)
})

test('it fails with what Mailhold said when that does not start', async () => {
  const starting = runner.run('Start Mailhold', { package: tarball, options: '--smtp wrong' })

  await expect(starting).rejects.toMatchObject({
    stdout: expect.stringContaining('::error::Mailhold did not start: mailhold: --smtp must be'),
  })
})

// A suite of Vitest tests that each send a mail and find it, in a folder of its own.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const servers = {
  'one server for all': {
    imports: '',
    start: `const mailhold = createClient()
      const smtp = JSON.parse(process.env.MAIL_TESTS_SMTP)`,
    stop: '',
    config: "globalSetup: './server.mjs',",
  },
  'one server in each file': {
    imports: `import { startMailhold } from 'mailhold/server'`,
    start: `const mailhold = await startMailhold()
      const { smtp } = mailhold`,
    stop: 'afterAll(() => mailhold.stop())',
    config: '',
  },
}

/** How the tests come to a server. */
export const ways = Object.keys(servers)

const globalServer = `
  import { startMailhold } from 'mailhold/server'
  export default async () => {
    const mailhold = await startMailhold()
    process.env.MAILHOLD_URL = mailhold.url
    process.env.MAIL_TESTS_SMTP = JSON.stringify(mailhold.smtp)
    return () => mailhold.stop()
  }`

const file = ({ imports, start, stop }, tests) => `
  ${imports}
  import { createClient } from 'mailhold/vitest'
  import { createTransport } from 'nodemailer'
  import { afterAll, expect, test } from 'vitest'
  ${start}
  const transport = createTransport(smtp)
  ${stop}
  test.each(Array.from({ length: ${tests} }, (_, n) => n))('mail %i', async (n) => {
    const inbox = mailhold.inbox()
    await transport.sendMail({ from: 'app@example.com', to: inbox.address('ada'), subject: 'Mail ' + n,
      html: '<p>Your code is ' + (100000 + n) + '. <a href="https://app.example/' + n + '">Confirm</a></p>' })
    const mail = await inbox.findMail({ subject: 'Mail ' + n })
    await expect(mail).toBeSentTo(inbox.address('ada'))
    expect(mail.link('Confirm')).toBe('https://app.example/' + n)
    expect(mail.code()).toBe(String(100000 + n))
  })`

/** Mailhold as a dependency, as its users have it: what is not below node_modules, Vitest rewrites module by module. */
function install(folder) {
  writeFileSync(join(folder, 'package.json'), '{"name":"mail-tests","private":true}')
  const place = join(folder, 'node_modules', 'mailhold')
  for (const name of ['package.json', 'dist'])
    cpSync(join(root, name), join(place, name), { recursive: true })
}

/** Writes the suite. @returns the words that run it, where its report will be, and what removes it */
export function writeMailTests({ way, files, tests, workers }) {
  // inside the package, so that what it needs is found, where nothing is packed or read as source
  mkdirSync(join(root, 'coverage'), { recursive: true })
  const folder = mkdtempSync(join(root, 'coverage', 'mail-tests-'))
  install(folder)
  const server = servers[way]
  const config = `export default { test: { include: ['*.check.mjs'], ${server.config} maxWorkers: ${workers} } }`
  writeFileSync(join(folder, 'vitest.config.mjs'), config)
  writeFileSync(join(folder, 'server.mjs'), globalServer)
  for (let n = 0; n < files; n += 1) writeFileSync(join(folder, `mail-${n}.check.mjs`), file(server, tests))
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  return {
    words: [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${report}`],
    report: () => JSON.parse(readFileSync(report, 'utf8')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

// docs/guides/local-development.md names a variable for each language that makes it trust the certificate that Mailhold made.

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { isInstalled } from '../support/programs.js'

/** Rails' settings are handed on to this, whose version decides what they mean. */
const rubyUnchecked = `require "net/smtp"
Net::SMTP.start("localhost", ARGV[0].to_i, tls_verify: ARGV[1] != "unchecked") do |smtp|
  smtp.send_message("Subject: x\\r\\n\\r\\nx", "a@example.com", "b@example.com")
end`

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mailhold-trust-'))
const certificate = join(folder, 'mailhold.pem')
let server: RunningMailhold

beforeAll(async () => {
  server = await startMailhold({ starttls: true })
  const env = { ...process.env, MAILHOLD_URL: server.url }
  const { stdout } = await run(process.execPath, [join(root, 'dist/cli/main.js'), 'cert'], { env })
  writeFileSync(certificate, stdout)
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** Programs that upgrade, check the certificate, and send a mail or at least get through. The port is their last argument. */
const programs = [
  [
    'node',
    'NODE_EXTRA_CA_CERTS',
    [
      '-e',
      `require('nodemailer').createTransport({ host: 'localhost', port: process.argv[1], requireTLS: true })
        .sendMail({ from: 'a@example.com', to: 'b@example.com', text: 'x' }).catch(() => process.exit(1))`,
    ],
  ],
  [
    'python3',
    'SSL_CERT_FILE',
    [
      '-c',
      `import smtplib, ssl, sys
smtp = smtplib.SMTP("localhost", int(sys.argv[1]))
smtp.starttls(context=ssl.create_default_context())
smtp.sendmail("a@example.com", ["b@example.com"], "Subject: x\\r\\n\\r\\nx")`,
    ],
  ],
  [
    'ruby',
    'SSL_CERT_FILE',
    [
      '-e',
      `require "net/smtp"
smtp = Net::SMTP.new("localhost", ARGV[0].to_i)
smtp.enable_starttls
smtp.start("app") { |it| it.send_message("Subject: x\\r\\n\\r\\nx", "a@example.com", "b@example.com") }`,
    ],
  ],
  [
    'php',
    'SSL_CERT_FILE',
    [
      '-r',
      `$smtp = stream_socket_client("tcp://localhost:$argv[1]");
fgets($smtp);
fwrite($smtp, "EHLO app\\r\\n");
do { $line = fgets($smtp); } while ($line[3] === "-");
fwrite($smtp, "STARTTLS\\r\\n");
fgets($smtp);
stream_context_set_option($smtp, "ssl", "peer_name", "localhost");
exit(stream_socket_enable_crypto($smtp, true, STREAM_CRYPTO_METHOD_TLS_CLIENT) ? 0 : 1);`,
    ],
  ],
] as const

for (const [program, variable, args] of programs) {
  test.skipIf(!isInstalled(program))(
    `${program} trusts it by ${variable}, and not without`,
    { timeout: 30_000 },
    async () => {
      const words = [...args, String(server.smtp?.port)]
      const talk = (env: NodeJS.ProcessEnv): Promise<string> =>
        run(program, words, { cwd: root, env: { ...process.env, ...env } }).then(
          () => 'trusted',
          () => 'refused',
        )

      expect(await talk({ [variable]: certificate })).toBe('trusted')
      expect(await talk({})).toBe('refused')
    },
  )
}

test.skipIf(!isInstalled('ruby'))('ruby upgrades by itself, and can be told not to check', async () => {
  const talk = (...words: readonly string[]): Promise<string> =>
    run('ruby', ['-e', rubyUnchecked, String(server.smtp?.port), ...words]).then(
      () => 'sent',
      ({ stderr }) => String(stderr),
    )

  expect(await talk()).toContain('certificate verify failed')
  expect(await talk('unchecked')).toBe('sent')
})

// The settings of docs/guides/local-development.md, given to the frameworks themselves where they are installed.

import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'

const page = readFileSync(new URL('../../docs/guides/local-development.md', import.meta.url), 'utf8')

/** The first block of that language below that heading, with the port of a server that runs. */
function settings(heading: string, language: string, { smtp }: RunningMailhold): string {
  const below = page.slice(page.indexOf(`\n## ${heading}\n`))
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(below)?.[1] ?? ''
  return block.replaceAll('1025', String(smtp?.port))
}

interface Framework {
  readonly name: string
  readonly command: readonly string[]
  /** loads what it needs, and nothing else: fails where it is not installed */
  readonly load: string
  /** sends a mail with the subject Hello by the settings */
  readonly send: (settings: string) => string
  readonly heading: string
  readonly language: string
}

const frameworks: readonly Framework[] = [
  {
    ...{ name: 'Action Mailer', heading: 'Rails', language: 'ruby', command: ['ruby', '-e'] },
    load: 'require "logger"; require "ostruct"; require "action_mailer"',
    send: (lines) => `config = OpenStruct.new(action_mailer: ActionMailer::Base)
${lines}
class Notice < ActionMailer::Base
  def hello = mail(from: "a@example.com", to: "b@example.com", subject: "Hello", body: "x", content_type: "text/plain")
end
Notice.hello.deliver_now`,
  },
  {
    ...{ name: 'Django', heading: 'Django', language: 'python', command: ['python3', '-c'] },
    load: 'from django.conf import settings\nfrom django.core.mail import send_mail',
    send: (lines) => `given = {}
exec(${JSON.stringify(lines)}, given)
settings.configure(**{name: value for name, value in given.items() if name.isupper()})
send_mail("Hello", "x", "a@example.com", ["b@example.com"])`,
  },
  {
    ...{ name: 'Symfony Mailer', heading: 'Symfony', language: 'ini', command: ['php', '-r'] },
    load: 'require_once "Symfony/Component/Mailer/autoload.php"; require_once "Symfony/Component/Mime/autoload.php";',
    send: (lines) => `$dsn = ${JSON.stringify(lines.split('=')[1]?.trim())};
$mail = (new Symfony\\Component\\Mime\\Email())->from("a@example.com")->to("b@example.com")->subject("Hello")->text("x");
(new Symfony\\Component\\Mailer\\Mailer(Symfony\\Component\\Mailer\\Transport::fromDsn($dsn)))->send($mail);`,
  },
]

for (const { name: framework, heading, language, command, load, send } of frameworks) {
  const [name = '', ...flags] = command
  // what Debian packages know their own interpreter has, whatever comes first on the PATH
  const program = [name, `/usr/bin/${name}`].find((one) => spawnSync(one, [...flags, load]).status === 0)

  test.skipIf(!program)(
    `${framework} sends by the settings that the page shows`,
    { timeout: 30_000 },
    async () => {
      await using server = await startMailhold()

      await promisify(execFile)(program ?? name, [
        ...flags,
        `${load}\n${send(settings(heading, language, server))}`,
      ])

      const answer = await fetch(`${server.url}/v1/messages/latest`)
      expect(await answer.json()).toMatchObject({ subject: 'Hello', envelope: { to: ['b@example.com'] } })
    },
  )
}

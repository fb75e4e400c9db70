// docker-compose.yml as the program that reads it understands it.

import { parse } from 'yaml'
import { isThere, run } from './tools.mjs'

export function checkCompose(report, root) {
  if (!isThere('docker-compose'))
    return report.couldNot('docker-compose.yml', 'docker-compose is not installed')
  const { services } = parse(run('docker-compose', ['--profile', 'example', 'config'], { cwd: root }))
  const { mailhold, app } = services
  const published = mailhold.ports.map((port) =>
    typeof port === 'string' ? port : `${port.host_ip}:${port.published}`,
  )
  report.check(
    'compose publishes SMTP, POP3 and HTTP on 127.0.0.1 alone',
    published.length === 3 && published.every((port) => port.startsWith('127.0.0.1:')),
    published.join(' '),
  )
  report.check('compose keeps mail in a volume', JSON.stringify(mailhold.volumes).includes('/data'))
  report.check('compose asks mailhold health', mailhold.healthcheck.test.join(' ') === 'CMD mailhold health')
  report.check(
    'the example app waits until Mailhold is healthy',
    app.depends_on.mailhold.condition === 'service_healthy',
  )
  report.couldNot('docker-compose up', 'it needs a container engine; the file was read and checked')
}

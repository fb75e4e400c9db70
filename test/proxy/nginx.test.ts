// The nginx configuration of docs/proxy.md, in a real nginx.

import { afterAll, beforeAll, describe, test } from 'vitest'
import { isInstalled } from '../support/programs.js'
import {
  behind,
  holdsWaits,
  keepsPathAndHost,
  type Proxied,
  passesOctets,
  tellsEventsAtOnce,
} from './through-proxy.js'

const installed = isInstalled('nginx')
if (!installed) console.warn('skipped: nginx is not installed')

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
  (name) => `${name}_temp_path t-${name};`,
)

const configuration = (snippet: string, port: number): string => `
daemon off; master_process off; pid nginx.pid; error_log stderr warn;
events {}
http {
  access_log off; ${temporary.join(' ')}
  server {
    listen 127.0.0.1:${port};
    ${snippet}
  }
}`

describe.skipIf(!installed)('behind nginx', () => {
  let proxied: Proxied

  beforeAll(async () => {
    const args = ['-p', '.', '-c', 'proxy.conf', '-e', 'stderr']
    proxied = await behind('nginx', { program: 'nginx', args, configuration })
  })
  afterAll(() => proxied[Symbol.asyncDispose]())

  test('events are told at once', () => tellsEventsAtOnce(proxied))
  test('waits are held and answered', () => holdsWaits(proxied))
  test('large messages and ranges pass unchanged', () => passesOctets(proxied))
  test('the path and the host stay what they were', () => keepsPathAndHost(proxied))
})

// The Caddy configuration of docs/proxy.md, in a real Caddy.

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

const installed = isInstalled('caddy')
if (!installed) console.warn('skipped: caddy is not installed')

/** The page's site answers to its name over TLS; here to every name, in the clear. */
const configuration = (snippet: string, port: number): string =>
  `{\n\tadmin off\n\tauto_https off\n}\n${snippet.replace('mail.example.com', `http://:${port}`)}`

describe.skipIf(!installed)('behind Caddy', () => {
  let proxied: Proxied

  beforeAll(async () => {
    const args = ['run', '--config', 'proxy.conf', '--adapter', 'caddyfile']
    proxied = await behind('caddyfile', { program: 'caddy', args, configuration })
  })
  afterAll(() => proxied[Symbol.asyncDispose]())

  test('events are told at once', () => tellsEventsAtOnce(proxied))
  test('waits are held and answered', () => holdsWaits(proxied))
  test('large messages and ranges pass unchanged', () => passesOctets(proxied))
  test('the path and the host stay what they were', () => keepsPathAndHost(proxied))
})

// The plain page at `/`.

import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { HttpOptions, ListenerFacts, ServerFacts } from './options.js'

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'pre{padding:.75rem;border:1px solid;border-radius:.4rem;overflow:auto}td,th{text-align:left;padding-right:2rem}' +
  '.warning{border-left:.3rem solid #c00;padding-left:.75rem}'

export const homePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

type Page = Pick<HttpOptions, 'label' | 'basePath' | 'version' | 'verify'>

export function homePage(options: Page, facts: ServerFacts): string {
  const label = escapeHtml(options.label || 'Mailhold')
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${label}</title><style>${style}</style></head>
<body>
<h1>${label}</h1>
${warning(options, facts)}<p>Mailhold ${escapeHtml(options.version)} catches every mail sent to it, keeps it, and lets you look at it.</p>
<table><tr><th>Listener</th><th>Address</th></tr>
${facts.listeners.map(row).join('\n')}
</table>
${firstMail(facts)}${links(options.basePath)}
</body>
</html>
`
}

const row = (listener: ListenerFacts): string =>
  `<tr><td>${escapeHtml(listener.protocol)}</td><td>${escapeHtml(addressOf(listener))}</td></tr>`

const addressOf = ({ host, port }: ListenerFacts): string => `${isIPv6(host) ? `[${host}]` : host}:${port}`

function firstMail({ listeners }: ServerFacts): string {
  const smtp = listeners.find(({ protocol }) => protocol === 'smtp')
  if (!smtp) return ''
  const command = `curl smtp://${reachable(smtp)} --mail-from app@example.com --mail-rcpt ada@example.com -T - <<'END'
From: app@example.com
To: ada@example.com
Subject: First mail

Hello.
END`
  return `<h2>Send the first mail</h2>\n<pre>${escapeHtml(command)}</pre>\n`
}

// an address that means "all" cannot be connected to
function reachable({ protocol, host, port }: ListenerFacts): string {
  const isEvery = host === '0.0.0.0' || host === '::'
  return addressOf({ protocol, host: isEvery ? 'localhost' : host, port })
}

function links(base: string): string {
  const path = escapeHtml(base)
  return `<h2>Look at mail</h2>
<ul>
<li><a href="${path}/v1/messages">Messages</a></li>
<li><a href="${path}/v1/messages/latest">The latest message</a></li>
<li><a href="${path}/v1/status">Status</a></li>
<li><a href="${path}/docs">The API</a> (<a href="${path}/v1/openapi.json">OpenAPI</a>)</li>
</ul>`
}

const loopback = /^(?:127\.|::1$|localhost$)/

function warning({ verify }: Page, { listeners }: ServerFacts): string {
  const isOpen = listeners.some(({ protocol, host }) => protocol === 'http' && !loopback.test(host))
  if (!isOpen || verify) return ''
  return '<p class="warning">Everybody who reaches this address can read all mail here. Set --http-auth to ask for a password.</p>\n'
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (char) => names[char] ?? char)
}

// Where to listen: `1025`, `0.0.0.0:1025`, `[::1]:1025`, a list of these, `off`; with `=inbox` where mail comes in.

import { isIPv6 } from 'node:net'
import { type OptionKind, parser } from '../option.js'

/** One place to listen. `host` is `localhost` (both loopback addresses) where none was given; port 0 takes any free one. */
export interface Listener {
  readonly host: string
  readonly port: number
  /** the inbox that everything coming in here lands in */
  readonly inbox?: string
}

const nameForm = /^[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?$/i
const inboxForm = /^[a-z0-9-]{1,40}$/

export const listeners: OptionKind<readonly Listener[]> = {
  flag: 'list',
  placeholder: '<[host:]port,…>',
  form: '[host:]port or off',
  parse: parser((text) => parseList(text, parseAddress)),
  print: (value) => printList(value),
}

export const listenersWithInbox: OptionKind<readonly Listener[]> = {
  ...listeners,
  placeholder: '<[host:]port[=inbox],…>',
  form: '[host:]port, [host:]port=inbox or off',
  parse: parser((text) => parseList(text, parseAddressWithInbox)),
}

function parseList(
  text: string,
  parse: (item: string) => Listener | undefined,
): readonly Listener[] | undefined {
  if (text.trim() === 'off') return []
  const found: Listener[] = []
  for (const item of text.split(',')) {
    const listener = parse(item.trim())
    if (!listener || listener.inbox === 'all') return undefined
    found.push(listener)
  }
  return found
}

function parseAddress(text: string): Listener | undefined {
  const colon = text.lastIndexOf(':')
  const host = colon < 0 ? 'localhost' : readHost(text.slice(0, colon))
  const digits = text.slice(colon + 1)
  const port = Number(digits)
  if (!/^\d{1,5}$/.test(digits) || port > 65_535 || host === undefined) return undefined
  return { host, port }
}

/** A name, an IPv4 address, or an IPv6 address in brackets, which are taken off. */
function readHost(text: string): string | undefined {
  if (nameForm.test(text)) return text
  const inner = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : ''
  return isIPv6(inner) ? inner : undefined
}

function parseAddressWithInbox(text: string): Listener | undefined {
  const [address = '', inbox, ...rest] = text.split('=')
  const listener = parseAddress(address)
  if (!listener || inbox === undefined) return listener
  return rest.length === 0 && inboxForm.test(inbox) ? { ...listener, inbox } : undefined
}

const printList = (value: readonly Listener[]): string =>
  value.length === 0 ? 'off' : value.map(printListener).join(',')

function printListener({ host, port, inbox }: Listener): string {
  const shownHost = host.includes(':') ? `[${host}]` : host
  const address = host === 'localhost' ? String(port) : `${shownHost}:${port}`
  return inbox === undefined ? address : `${address}=${inbox}`
}

// The guard in front of everything: it sees each request before any routing, so that no path, method, upgrade or error
// can come round it. It reads the Host header and the request target only; X-Forwarded-Host is never trusted.

import type { IncomingMessage } from 'node:http'
import { readAuthority } from './authority.js'
import { readTarget } from './request-target.js'

export type FrontVerdict =
  /** the path to route by */
  | { readonly pass: true; readonly path: string }
  | { readonly pass: false; readonly status: 400 | 421; readonly detail: string }

type Asked = Pick<IncomingMessage, 'url' | 'headers' | 'rawHeaders'>

/** @param isAllowed tells of a host name, lower case and without port */
export function judgeFront(request: Asked, isAllowed: (host: string) => boolean): FrontVerdict {
  const hosts = hostHeaders(request)
  // RFC 9112 §3.2
  if (hosts === 0) return refuse(400, 'The request has no Host header.')
  if (hosts > 1) return refuse(400, 'The request has more than one Host header.')
  const target = readTarget(request.url ?? '')
  if (!target) return refuse(400, 'The request target must be a path or an http address.')
  const hostText = request.headers.host ?? ''
  const host = readAuthority(hostText)?.host
  if (host === undefined || !isAllowed(host)) return refuseHost(host ?? hostText)
  if (target.form === 'absolute' && !isAllowed(target.authority.host))
    return refuseHost(target.authority.host)
  return { pass: true, path: target.form === 'asterisk' ? '/*' : target.path }
}

const hostHeaders = ({ rawHeaders }: Asked): number =>
  rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length

const refuse = (status: 400 | 421, detail: string): FrontVerdict => ({ pass: false, status, detail })

function refuseHost(host: string): FrontVerdict {
  const shown = host.slice(0, 260)
  return refuse(421, `Host "${shown}" is not allowed; set MAILHOLD_ALLOWED_HOSTS=${shown}`)
}

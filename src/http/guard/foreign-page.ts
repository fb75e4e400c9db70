// Whether a request was made by a web page that is not ours.

import type { IncomingHttpHeaders } from 'node:http'

/** What a route lets pages of other origins do. */
export interface Openness {
  /** an event stream or a wait: it holds something open, so an Origin must be ours as for methods that change things */
  readonly stream?: boolean
  /** part of the page: links from other sites may lead here */
  readonly page?: boolean
}

const unsafeMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export interface PageRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/**
 * Why the request is refused; `undefined` if it is not. Programs other than browsers send neither header.
 * @param isAllowed tells of an origin whether it is in `--cors-origin`
 */
export function refuseForeignPage(
  request: PageRequest,
  route: Openness,
  isAllowed: (origin: string) => boolean,
): string | undefined {
  const { origin } = request.headers
  const isOurs = origin !== undefined && isOwnOrigin(origin, request.headers.host ?? '')
  const isTrusted = isOurs || (origin !== undefined && isAllowed(origin))
  if (origin !== undefined && !isTrusted && (route.stream || unsafeMethods.has(request.method))) {
    return refusalOf(origin.slice(0, 260))
  }
  if (request.headers['sec-fetch-site'] !== 'cross-site' || isTrusted) return undefined
  if (route.page && isNavigation(request)) return undefined
  return 'A page of another site asked for this; open it in Mailhold itself, or allow the site with MAILHOLD_CORS_ORIGIN.'
}

const refusalOf = (origin: string): string =>
  origin === 'null'
    ? 'Origin "null" is that of a file or of a sandboxed frame; open the page from a server, and allow its origin with MAILHOLD_CORS_ORIGIN'
    : `Origin "${origin}" is not allowed; set MAILHOLD_CORS_ORIGIN=${origin}`

const isNavigation = ({ method, headers }: PageRequest): boolean =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'

// The scheme may differ: a proxy in front may speak TLS.
function isOwnOrigin(origin: string, host: string): boolean {
  const theirs = parseUrl(origin)
  const ours = theirs && parseUrl(`${theirs.protocol}//${host}`)
  return ours !== undefined && /^https?:$/.test(ours.protocol) && theirs?.host === ours.host
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

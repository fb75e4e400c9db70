// Headers on every answer, errors and refusals included. Routes that need other rules set their own over these.

import { type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Answers are data: nothing in them runs, frames them, or is kept by caches. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export const headersOfAll: readonly (readonly [name: string, value: string])[] = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Content-Security-Policy': dataPolicy,
  'Cache-Control': 'no-store',
})

const headersInARow = headersOfAll.flat()

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

/** An answer with the headers of all answers. They are set when it is sent: a thousand waits would keep them for a minute. */
export class GuardedResponse extends ServerResponse {
  /** @param headers in a row, names and values in turns, where they are none of those that every answer has */
  override writeHead(status: number, reason?: string, headers?: Headers): this
  override writeHead(status: number, headers?: Headers): this
  override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    if (Array.isArray(reason) && this.getHeaderNames().length === 0) {
      return super.writeHead(status, [...headersInARow, ...reason])
    }
    for (const [name, value] of headersOfAll) if (!this.hasHeader(name)) this.setHeader(name, value)
    return typeof reason === 'string'
      ? super.writeHead(status, reason, headers)
      : super.writeHead(status, reason ?? headers)
  }
}

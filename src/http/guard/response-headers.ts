// Headers on every answer, errors and refusals included. Routes that need other rules set their own over these.

import type { ServerResponse } from 'node:http'

/** Answers are data: nothing in them runs, frames them, or is kept by caches. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const everywhere = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Content-Security-Policy': dataPolicy,
  'Cache-Control': 'no-store',
})

export function setResponseHeaders(response: ServerResponse): void {
  for (const [name, value] of everywhere) response.setHeader(name, value)
}

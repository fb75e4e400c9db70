// The pages at /docs: Swagger UI from this server's own files. Nothing of it is loaded before somebody looks.

import { createReadStream, type ReadStream } from 'node:fs'
import { createRequire } from 'node:module'

// everything comes from this server; the reader's own style attributes need 'unsafe-inline'
export const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** @param base `''` or `/mail`; checked when the options were read */
export const docsPage = (base: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mailhold API</title>
<link rel="icon" href="${base}/docs/favicon-32x32.png">
<link rel="stylesheet" href="${base}/docs/swagger-ui.css"></head>
<body><div id="docs"></div>
<script src="${base}/docs/swagger-ui-bundle.js"></script>
<script src="${base}/docs/start.js"></script></body>
</html>
`

/** Without a validator, which would be another server's. */
export const docsStart = (base: string): string =>
  `SwaggerUIBundle({ url: ${JSON.stringify(`${base}/v1/openapi.json`)}, dom_id: '#docs', validatorUrl: null, docExpansion: 'list', tryItOutEnabled: true })\n`

const types: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['favicon-32x32.png', 'image/png'],
])

export interface DocsFile {
  readonly contentType: string
  open(): ReadStream
}

/** One of the few files that the page needs; `undefined` for any other name. */
export function docsFile(name: string): DocsFile | undefined {
  const contentType = types.get(name)
  if (contentType === undefined) return undefined
  const path = createRequire(import.meta.url).resolve(`@fastify/swagger-ui/static/${name}`)
  return { contentType, open: () => createReadStream(path) }
}

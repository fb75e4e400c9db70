// The built page: its start file, and the folder of everything that it loads.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../web/', import.meta.url)

/** The folder of files whose names change with their content. */
export const assetsFolder: string = fileURLToPath(new URL('assets/', folder))

const unbuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mailhold</title></head>
<body><p>The page is not built here; npm run build makes it. The API is there all the same: see docs.</p></body></html>
`

/** @param basePath `''` or `/mail`; addresses in the page are relative to it */
export function startFile(basePath: string): string {
  try {
    const html = readFileSync(new URL('index.html', folder), 'utf8')
    return html.replace('<base href="/" />', `<base href="${basePath}/" />`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return unbuilt
    throw error
  }
}

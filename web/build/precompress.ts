// A Vite plugin: beside each built file that compresses well stand its Brotli and gzip forms.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const worthIt = /\.(?:js|css|svg)$/
/** Octets below which the headers cost more than is saved. */
const least = 512

export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ build }) => {
      folder = build.outDir
    },
    closeBundle: () => {
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (worthIt.test(path)) compress(join(folder, path))
      }
    },
  }
}

function compress(path: string): void {
  const octets = readFileSync(path)
  if (octets.length < least) return
  writeFileSync(`${path}.gz`, gzipSync(octets, { level: 9 }))
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(octets, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  )
}

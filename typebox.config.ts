// Makes one file each of the two doors to typebox, in the place where the compiler put them: see src/http/schema/typebox.ts.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  build: {
    ssr: true,
    outDir: here('dist/http/schema'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        typebox: here('src/http/schema/typebox.ts'),
        'typebox-compile': here('src/http/schema/typebox-compile.ts'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'typebox-shared.js',
        banner: `/*\n${readFileSync(here('node_modules/typebox/license'), 'utf8')}*/`,
      },
    },
  },
  ssr: { noExternal: ['typebox'] },
})

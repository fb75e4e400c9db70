import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// What needs the package registry: the package as its users get it. Apart from `npm test`, which needs no network.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/**/*.check.ts'],
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 170_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})

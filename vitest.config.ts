import { defineConfig } from 'vitest/config'

// Tests run against the compiled output (`#mailhold/*` is dist), so worker threads, exports and
// file layout are exactly what is shipped.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})

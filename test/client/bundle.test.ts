import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, it } from 'vitest'

const source = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))

/** One file for browsers, and what it would still import. */
async function bundle(path: string): Promise<{ code: string; imports: readonly string[] }> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: source(path), formats: ['es'], fileName: 'bundle' },
      rolldownOptions: { external: /^node:/ },
    },
  })
  const [result] = [built].flat()
  const chunk = result && 'output' in result ? result.output[0] : undefined
  return { code: chunk?.code ?? '', imports: chunk?.imports ?? [] }
}

it.each(['client/client.js', 'testing/cypress/commands.js'])(
  '%s runs in browsers: small, and free of Node',
  async (path) => {
    const { code, imports } = await bundle(path)

    expect(imports).toEqual([])
    expect(code).not.toMatch(/\bnode:|\bBuffer\b|\brequire\(/)
    expect(code.length).toBeGreaterThan(1_000)
    expect(gzipSync(code).length).toBeLessThan(15_000)
  },
)

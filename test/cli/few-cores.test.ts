// How many threads collect young garbage, as V8 itself tells it.

import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const dist = (path: string) => fileURLToPath(new URL(`../../dist/cli/${path}`, import.meta.url))
const litter =
  'let kept = []; for (let n = 0; n < 3e6; n += 1) { kept.push({ n, in: [n] }); if (kept.length > 2e5) kept = [] }'
const collecting = ['--trace-gc', '--trace-parallel-scavenge']

/** Shares of the work for each collection: 1 where the main thread collects alone. */
async function sharesOf(words: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [...collecting, ...words], { env: {} })
  const count = (line: RegExp) => (stdout.match(line) ?? []).length
  const collections = count(/ms: Scavenge /g)
  expect(collections).toBeGreaterThan(5)
  return count(/ scavenge\[/g) / collections
}

const told = (cores: number) => [
  '--input-type=module',
  '--eval',
  `import { collectAloneOnFewCores } from ${JSON.stringify(dist('few-cores.js'))}; collectAloneOnFewCores(${cores}); ${litter}`,
]

describe('young garbage', () => {
  it.each([1, 2])('is collected by the main thread alone on %i cores', async (cores) => {
    expect(await sharesOf(told(cores))).toBeLessThan(1.5)
  })

  it('is collected by more threads on four cores', async () => {
    expect(await sharesOf(told(4))).toBeGreaterThan(1.5)
  })

  it('is collected in the program as its machine has cores', async () => {
    const later = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => { ${litter} })`)}`
    const shares = await sharesOf(['--import', later, dist('main.js'), '--version'])
    if (availableParallelism() <= 2) expect(shares).toBeLessThan(1.5)
    else expect(shares).toBeGreaterThan(1.5)
  })
})

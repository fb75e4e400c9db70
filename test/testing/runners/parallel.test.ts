import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runProgram } from '../../support/spawned-node.js'

// A small run of what `npm run bench -- library` measures.

const bench = fileURLToPath(new URL('../../../bench/main.mjs', import.meta.url))

it('tests in parallel workers do not meet, beside one server and with a server in each file', async () => {
  const words = [bench, 'library', '--runs', '1', '--tests', '50', '--workers', '2']

  const { code, output } = await runProgram(process.execPath, words, { limit: 60_000 })

  expect(output).toMatch(/^one server for all, run 1: 50 passed, 0 failed, /m)
  expect(output).toMatch(/^one server in each file, run 1: 50 passed, 0 failed, /m)
  expect(code).toBe(0)
}, 60_000)

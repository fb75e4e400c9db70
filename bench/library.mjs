// What a test with mail costs: a suite in parallel workers, beside one server and with a server in each file.

import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { ways, writeMailTests } from './lib/mail-tests.mjs'

/** Options: `--runs N` (default 10), `--tests N` in all (default 200), `--workers N` (default: one for each processor). */
export async function library(args) {
  const number = { type: 'string' }
  const { values } = parseArgs({ args, options: { runs: number, tests: number, workers: number } })
  const { runs = 10, tests = 200, workers = availableParallelism() } = values
  let failed = 0
  for (const way of ways) {
    const medians = []
    for (let run = 1; run <= Number(runs); run += 1) {
      const result = await once({ way, tests: Number(tests), workers: Number(workers) })
      failed += result.failed
      medians.push(result.median)
      console.log(
        `${way}, run ${run}: ${result.passed} passed, ${result.failed} failed, test with mail p10 ${result.quick.toFixed(1)} ms, p50 ${result.median.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms`,
      )
    }
    const [best] = medians.sort((one, other) => one - other)
    const middle = medians[medians.length >> 1]
    console.log(`${way}: median of ${runs} runs ${middle.toFixed(1)} ms, best ${best.toFixed(1)} ms`)
  }
  if (failed > 0) process.exitCode = 1
}

/** Files of 25 tests: what comes once in a file, such as its server, is no part of a test. */
const perFile = 25

async function once({ way, tests, workers }) {
  const files = Math.ceil(tests / perFile)
  const suite = writeMailTests({ way, files, tests: Math.ceil(tests / files), workers })
  try {
    await run(suite.words)
    const { testResults, numFailedTests, numPassedTests } = suite.report()
    const results = testResults.flatMap(({ assertionResults }) => assertionResults)
    const took = results.map(({ duration = 0 }) => duration).sort((one, other) => one - other)
    // a file that cannot be loaded has no tests that could fail
    const broken = testResults.filter(({ assertionResults }) => assertionResults.length === 0).length
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken,
      // what it takes where nothing else has the processor
      quick: took[Math.floor(took.length * 0.1)],
      median: took[took.length >> 1],
      p99: took[Math.floor(took.length * 0.99)],
    }
  } finally {
    suite.remove()
  }
}

const run = (words) =>
  new Promise((resolve, reject) => {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|MAILHOLD|TEST$)/.test(name))
    const env = Object.fromEntries(inherited)
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', resolve)
  })

// npm run bench -- <name> [options]: figures are ratios taken in one run, because machines differ and are shared.

import { ingest } from './ingest.mjs'

const benches = new Map([['ingest', ingest]])

const [name = 'ingest', ...args] = process.argv.slice(2)
const bench = benches.get(name)
if (!bench) {
  console.error(`"${name}" is not a benchmark; there are: ${[...benches.keys()].join(', ')}`)
  process.exit(2)
}
await bench(args)

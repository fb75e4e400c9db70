// npm run bench -- <name> [options]: figures are ratios taken in one run, because machines differ and are shared.

import { first } from './first.mjs'
import { index } from './index.mjs'
import { ingest } from './ingest.mjs'
import { library } from './library.mjs'
import { page } from './page.mjs'
import { pop3 } from './pop3.mjs'
import { start } from './start.mjs'
import { wait } from './wait.mjs'

const benches = new Map([
  ['first', first],
  ['index', index],
  ['ingest', ingest],
  ['library', library],
  ['page', page],
  ['pop3', pop3],
  ['start', start],
  ['wait', wait],
])

const [name = 'ingest', ...args] = process.argv.slice(2)
const bench = benches.get(name)
if (!bench) {
  console.error(`"${name}" is not a benchmark; there are: ${[...benches.keys()].join(', ')}`)
  process.exit(2)
}
await bench(args)

// The lines that docs/troubleshooting.md quotes are those of the source, and no complaint of the program is left out.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8')

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: `src/${name}`, text: readFileSync(join(root, 'src', name), 'utf8') }))

/** What stands in the first cell of each row. */
const quotes = [...page.matchAll(/^\| `(.+?)`(?: \(\d+\))? \|/gm)].map(([, quote = '']) => quote)

/** The fixed pieces of a quoted line, without the code that a protocol puts before it. */
const piecesOf = (quote: string): readonly string[] =>
  quote
    .replace(/^\d{3}(?: \d\.\d\.\d)? /, '')
    .split(/…|; (?=another word |start one with |choose another )/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 2)

it('quotes many lines', () => {
  expect(quotes.length).toBeGreaterThan(70)
})

it.each(quotes)('%s', (quote) => {
  const everything = sources.map(({ text }) => text.replaceAll('\\`', '`')).join('\n')

  expect(piecesOf(quote).filter((piece) => !everything.includes(piece))).toEqual([])
})

/** Where the program complains to whoever started it; what an answer says to its client explains itself. */
const complaining = /^src\/(?:cli|config|client|app)\/|^src\/store\/(?:open-|face\/lock|schema\/migrate)/

/** The longest run of fixed words in each text that is thrown there. */
function complaints(text: string): readonly string[] {
  const thrown = /new (?:OptionError|MailholdError|NoServer)\(([\s\S]*?)\)(?:\n|$|,\n)/g
  return [...text.matchAll(thrown)].flatMap(([, inner = '']) =>
    [...inner.matchAll(/`([^`]+)`|'([^']{12,})'/g)].map(([, template, plain]) =>
      (template ?? plain ?? '')
        .split(/\$\{[^}]*\}/)
        .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
        .trim(),
    ),
  )
}

it.each(
  sources.filter(({ name }) => complaining.test(name)).filter(({ text }) => complaints(text).length > 0),
)('what $name complains of has a remedy', ({ text }) => {
  const missing = complaints(text).filter((words) => /\w \w/.test(words) && !page.includes(words))

  expect(missing).toEqual([])
})

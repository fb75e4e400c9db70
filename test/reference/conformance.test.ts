import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = ['docs/reference/pop3-conformance.md', 'docs/reference/smtp-conformance.md']

interface Proof {
  readonly file: string
  /** the test's name, or the beginning of it or of one of its describes */
  readonly name: string
}

const textOf = (page: string): string => readFileSync(`${root}${page}`, 'utf8')

/** `test/x.test.ts` "name", where the name may hold quotes of its own. */
const proofsOf = (text: string): readonly Proof[] =>
  [...text.matchAll(/`(test\/[^`]+\.test\.ts)` "(.+?)"(?= \||\)|, `test)/g)].map(
    ([, file = '', name = '']) => ({ file, name }),
  )

/** The tables of states: section, what, state, proof. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\| (?!section|RFC \|).*\|.*\|.*\|.*\|$/gm)].map(([row]) =>
    row
      .slice(1, -1)
      .split(' |')
      .map((cell) => cell.trim()),
  )

/** Every test there is in these files, by file, with the names of its describes before its own. */
async function testsOf(files: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'list', ...files, '--json'],
    { cwd: root, maxBuffer: 50_000_000 },
  )
  const listed: { name: string; file: string }[] = JSON.parse(stdout.slice(stdout.indexOf('[')))
  return new Map(
    files.map((path) => [
      path,
      listed.filter(({ file }) => file === `${root}${path}`).map(({ name }) => name),
    ]),
  )
}

it('every test that the conformance tables name is there', async () => {
  const proofs = pages.flatMap((page) => proofsOf(textOf(page)))
  const tests = await testsOf([...new Set(proofs.map(({ file }) => file))])

  const missing = proofs.filter(
    ({ file, name }) =>
      !tests.get(file)?.some((test) => test.startsWith(name) || test.includes(` > ${name}`)),
  )

  expect(proofs.length).toBeGreaterThan(80)
  expect(missing).toEqual([])
}, 60_000)

describe.each(pages)('in %s', (page) => {
  it.each(rowsOf(textOf(page)).map((row) => [row[1], row]))(
    '"%s" has a state, and a proof unless it is absent',
    (_what, row) => {
      const [, , state = '', proof = ''] = row

      expect(state).toMatch(/^(?:supported|differs|absent)\b/)
      expect(proofsOf(`| ${proof} |`).length > 0 || state.startsWith('absent')).toBe(true)
    },
  )
})

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { presets } from '#mailhold/cli/private-server/variables.js'
import { run } from './mailhold-process.js'

const pageOf = (name: string): string =>
  readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')
const page = pageOf('assert')
const examples = [...page.matchAll(/```yaml\n([^`]+)```/g)].map((match) => match[1] ?? '')

let server: RunningMailhold

beforeAll(async () => {
  server = await startMailhold({ pop3: 'off' })
})

afterAll(async () => {
  await server.stop()
})

it.each(examples)('what docs/assert.md shows is understood: %j', async (example) => {
  const input = example.replace(/^timeout: .*\n/m, '')
  const env = { MAILHOLD_URL: server.url, MAILHOLD_TIMEOUT: '0s', GITHUB_ACTIONS: '' }

  const { code, err } = await run(['assert', '-f', '-'], { env, input })

  expect({ code, err }).toEqual({ code: 1, err: '' })
})

it('docs/assert.md names every field of the criteria', async () => {
  const schema = await (await fetch(`${server.url}/v1/criteria.schema.json`)).text()
  const fields = [...page.matchAll(/^\| ((?:`[a-zA-Z]+` ?)+) \| /gm)]
    .flatMap(([, names = '']) => names.split(' '))
    .map((name) => name.replaceAll('`', ''))

  expect(examples.length).toBeGreaterThan(1)
  expect(fieldsOf(JSON.parse(schema)).filter((name) => !fields.includes(name))).toEqual([])
})

/** The names that criteria may have, wherever the schema keeps them. */
function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if ('properties' in schema && typeof schema.properties === 'object' && schema.properties) {
    const names = Object.keys(schema.properties)
    if (names.includes('subject')) return names
  }
  return Object.values(schema).flatMap(fieldsOf)
}

it('docs/cli.md names what every preset sets', () => {
  const cli = pageOf('cli')

  expect(Object.keys(presets).filter((name) => !cli.includes(`\`${name}\``))).toEqual([])
})

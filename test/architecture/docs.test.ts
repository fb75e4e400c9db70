import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { commands } from '#mailhold/cli/registry.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => readFileSync(`${root}${name}`, 'utf8')

it.each([
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'README.md',
  'docs/decisions.md',
  'docs/assert.md',
  'docs/cli.md',
])('%s names only files that are there', (name) => {
  const named = [
    ...read(name).matchAll(/`([a-z0-9-]+(?:\/[a-z0-9-]+)*(?:\/|\/[a-z0-9-]+\.(?:ts|md)))`/g),
  ].map((match) => match[1])

  expect(named.filter((path) => !existsSync(`${root}src/${path}`) && !existsSync(`${root}${path}`))).toEqual(
    [],
  )
})

it.each([
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/decisions.md',
  'docs/assert.md',
  'docs/cli.md',
])('the links of %s lead to files that are there', (name) => {
  const links = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1])
  const folder = name.includes('/') ? `${root}docs/` : root

  expect(links.filter((link) => !existsSync(`${folder}${link}`))).toEqual([])
})

it('ARCHITECTURE.md stays short enough to be read', () => {
  expect(read('ARCHITECTURE.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120)
})

it.each(['README.md', 'docs/cli.md', 'docs/assert.md'])('%s uses only commands that exist', (name) => {
  const used = [...read(name).matchAll(/(?:^|\s{2,}|[`"] ?)mailhold ([a-z]+)/gm)].map((match) => match[1])

  expect(used.length).toBeGreaterThan(2)
  expect(used.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
})

it('docs/cli.md names every command', () => {
  const page = read('docs/cli.md')

  expect(commands.filter(({ name }) => !page.includes(`\`mailhold ${name}\``))).toEqual([])
})

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { commands } from '#mailhold/cli/registry.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => readFileSync(`${root}${name}`, 'utf8')

it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md', 'docs/decisions.md'])(
  '%s names only files that are there',
  (name) => {
    const named = [
      ...read(name).matchAll(/`([a-z0-9-]+(?:\/[a-z0-9-]+)*(?:\/|\/[a-z0-9-]+\.(?:ts|md)))`/g),
    ].map((match) => match[1])

    expect(
      named.filter((path) => !existsSync(`${root}src/${path}`) && !existsSync(`${root}${path}`)),
    ).toEqual([])
  },
)

it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/decisions.md'])(
  'the links of %s lead to files that are there',
  (name) => {
    const links = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1])

    expect(links.filter((link) => !existsSync(`${root}${link}`))).toEqual([])
  },
)

it('ARCHITECTURE.md stays short enough to be read', () => {
  expect(read('ARCHITECTURE.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120)
})

it('the README uses only commands that exist', () => {
  const used = [...read('README.md').matchAll(/(?:^|\s{2,}|[`"] ?)mailhold ([a-z]+)/gm)].map(
    (match) => match[1],
  )

  expect(used.length).toBeGreaterThan(4)
  expect(used.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
})

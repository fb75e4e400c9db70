import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const packageJson = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const files = packedFiles()

function packedFiles(): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const said = JSON.parse(
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  const [packed] = Array.isArray(said) ? said : Object.values(said)
  return packed.files.map(({ path }: { path: string }) => path)
}

it('holds what is built and what is to be read, and nothing else', () => {
  const others = files.filter((path) => !/^(?:dist|docs)\//.test(path))

  expect(others.toSorted()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
})

it('holds no source maps, no notes of the compiler and no sources', () => {
  expect(files.filter((path) => /\.map$|tsbuildinfo|(?<!\.d)\.ts$|^(?:src|test|web)\//.test(path))).toEqual(
    [],
  )
})

it('holds every file that package.json names', () => {
  const named =
    JSON.stringify([packageJson.bin, packageJson.exports]).match(/dist\/[^"*]+?\.(?:js|d\.ts)/g) ?? []

  expect(named.length).toBeGreaterThan(1)
  expect(named.filter((path) => !files.includes(path))).toEqual([])
})

it('docs/dependencies.md says of each dependency, and of no other, why it is there', () => {
  const page = `${root}docs/dependencies.md`
  const told = existsSync(page) ? readFileSync(page, 'utf8').matchAll(/^\| `([^`]+)` \| \S.{20,} \|$/gm) : []

  expect([...told].map(([, name]) => name)).toEqual(Object.keys(packageJson.dependencies).toSorted())
})

import { existsSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, it } from 'vitest'
import { allPages, anchorsOf, type Page, proseOf, root } from './pages.js'

const pages = allPages()
const withAnchors = new Map(pages.map((page) => [page.path, anchorsOf(page)]))

const linksOf = (page: Page): readonly string[] =>
  [
    ...proseOf(page).matchAll(
      /\]\(\s*<?([^)>\s]+)>?[^)]*\)|(?:src|srcset|href)="([^"\s]+)"|^\[[^\]]+\]: +(\S+)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

/** Why the link leads nowhere; `undefined` when it does. Addresses in the net are not asked. */
function deadness(page: string, link: string): string | undefined {
  if (/^(?:https?|mailto):/.test(link)) return URL.canParse(link) ? undefined : `${link} is no address`
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : posix.join(posix.dirname(page), path)
  if (target.startsWith('..')) return `${link} leads out of the repository`
  const file = join(root, target)
  if (!existsSync(file)) return `${link}: there is no ${target}`
  if (anchor === undefined || statSync(file).isDirectory()) return undefined
  return withAnchors.get(target)?.includes(anchor)
    ? undefined
    : `${link}: ${target} has no heading for #${anchor}`
}

it.each(pages)('the links of $path lead somewhere', (page) => {
  const dead = linksOf(page).flatMap((link) => deadness(page.path, link) ?? [])

  expect(dead).toEqual([])
})

it('finds a file that is not there, a heading that is not there and a way out', () => {
  expect(deadness('docs/cli.md', 'nowhere.md')).toBe('nowhere.md: there is no docs/nowhere.md')
  expect(deadness('docs/cli.md', '#nothing')).toBe('#nothing: docs/cli.md has no heading for #nothing')
  expect(deadness('docs/cli.md', '../../x.md')).toBe('../../x.md leads out of the repository')
  expect(deadness('README.md', 'docs/cli.md#reporters-and-exit-codes')).toBeUndefined()
})

it('makes anchors as forges do', () => {
  const text = '# One `two` three\n## Ports, options & files\n## Same\n```sh\n# no heading\n```\n## Same\n'

  expect(anchorsOf({ path: 'x.md', text })).toEqual([
    'one-two-three',
    'ports-options--files',
    'same',
    'same-1',
  ])
})

// The workflows that docs/ci.md shows: what they hand to the action is what the action takes.

import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { allPages, blocksOf } from '../docs/pages.js'
import { action } from './runner.js'

interface Use {
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
}

const page = allPages().find(({ path }) => path === 'docs/ci.md')
const workflows = page ? blocksOf(page).filter(({ text }) => text.includes('uses: OWNER/mailhold@')) : []

function usesIn(value: unknown): readonly Use[] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'uses' in value && typeof value.uses === 'string' && value.uses.startsWith('OWNER/') ? [value] : []
  return [...(own as Use[]), ...Object.values(value).flatMap(usesIn)]
}

it.each(workflows)('the workflow in line $line of docs/ci.md uses the action as it is', ({ text }) => {
  const uses = usesIn(parse(text))

  expect(uses.length).toBeGreaterThan(0)
  const given = uses.flatMap((use) => Object.keys(use.with ?? {}))
  expect(given.filter((name) => !(name in action.inputs))).toEqual([])
})

it('both ways to use it are shown', () => {
  expect(workflows).toHaveLength(2)
})

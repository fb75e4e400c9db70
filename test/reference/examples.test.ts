// The examples of docs/reference/search.md and docs/reference/criteria.md find what the tables say.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { criterionFieldNames } from '#mailhold/query/fields/criteria-registry.js'
import { searchFields } from '#mailhold/query/fields/registry.js'
import { type ExampleMails, exampleMails, examplesOf } from './example-mails.js'

const idsIn = async (answer: Response): Promise<readonly string[]> => {
  const { messages, detail } = (await answer.json()) as { messages?: { id: string }[]; detail?: string }
  if (detail !== undefined) throw new Error(detail)
  return (messages ?? []).map(({ id }) => id)
}

describe('the search', () => {
  let mails: ExampleMails
  beforeAll(async () => {
    mails = await exampleMails('search')
  })
  afterAll(() => mails[Symbol.asyncDispose]())

  it.each(examplesOf('search'))('%s (mail: %s) finds %s', async (search, _says, found) => {
    const answer = await fetch(`${mails.url}/v1/messages?q=${encodeURIComponent(search ?? '')}`)

    expect(mails.named(await idsIn(answer))).toBe(found)
  })
})

describe('the criterion', () => {
  let mails: ExampleMails
  beforeAll(async () => {
    mails = await exampleMails('criteria')
  })
  afterAll(() => mails[Symbol.asyncDispose]())

  const rows = examplesOf('criteria')

  it.each(rows.map(([yaml, , , matched]) => [yaml, matched]))('%s matches %s', async (yaml, matched) => {
    const answer = await fetch(`${mails.url}/v1/wait`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ match: parse(yaml ?? ''), after: 'start', timeout: '0s', return: 'summary' }),
    })

    expect(mails.named(await idsIn(answer))).toBe(matched)
  })

  it.each(rows.filter(([, query]) => query !== '–').map(([, query, , matched]) => [query, matched]))(
    '%s matches %s',
    async (query, matched) => {
      const parameters = new URLSearchParams({ after: 'start', timeout: '0s' })
      for (const word of (query ?? '').split('&')) {
        const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(word) ?? []
        parameters.append(name, value)
      }
      const answer = await fetch(`${mails.url}/v1/wait?${parameters}`)

      expect(mails.named(await idsIn(answer))).toBe(matched)
    },
  )
})

it('every field of the search language has an example', () => {
  const shown = new Set(examplesOf('search').map(([search = '']) => search.split(':')[0]))

  expect(searchFields.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
})

it('every field and every operator of the criteria has an example', () => {
  const shown = examplesOf('criteria').map(([yaml = '']) => yaml)
  const operators = 'equals contains startsWith endsWith glob matches not exists ignoreCase'.split(' ')

  const fields = criterionFieldNames.filter((name) => !shown.some((yaml) => yaml.startsWith(`${name}:`)))

  expect(fields).toEqual([])
  expect(operators.filter((name) => !shown.some((yaml) => yaml.includes(`${name}: `)))).toEqual([])
})

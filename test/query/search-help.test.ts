import { expect, it } from 'vitest'
import { parseSearch } from '#mailhold/query/parse-search.js'
import { searchHelp } from '#mailhold/query/search-help.js'

it('every example of the help is a search', () => {
  for (const { example, says } of searchHelp) {
    expect(parseSearch(example, { place: () => ({ seq: 1 }) })).toHaveProperty('kind')
    expect(says).not.toBe('')
  }
})

it('the help names every field', () => {
  const fields =
    'from to cc bcc recipient subject body filename header message-id inbox tag has is before after larger smaller'

  for (const field of fields.split(' ')) {
    expect(searchHelp.some(({ example }) => example.startsWith(`${field}:`))).toBe(true)
  }
})

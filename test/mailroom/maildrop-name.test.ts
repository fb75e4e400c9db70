import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalName, describeMaildrop, readLogin } from '#mailhold/mailroom/maildrop-name.js'

/** The canonical names that a login may open: the first if there is such an inbox, else the last. */
const namesOf = (login: string): string[] => {
  const { scope, otherwise, suffix } = readLogin(login)
  return [scope, ...(otherwise === undefined ? [] : [otherwise])].map((one) => canonicalName(one, suffix))
}

test.each([
  ['all', ['all']],
  ['ALL', ['all']],
  ['all/second', ['all/second']],
  ['w1', ['inbox:w1']],
  ['W1', ['inbox:w1']],
  ['inbox:w1', ['inbox:w1']],
  ['INBOX:W1', ['inbox:w1']],
  ['inbox:w1/a/b', ['inbox:w1/a/b']],
  ['inbox:', ['inbox:default']],
  ['inbox:all', ['inbox:default']],
  ['', ['inbox:default']],
  ['/x', ['inbox:default/x']],
  ['Ada@Example.com', ['inbox:ada-example-com-b5fc85', 'address:ada@example.com']],
  ['ada@example.com/2', ['inbox:ada-example-com-b5fc85/2', 'address:ada@example.com/2']],
  ['inbox:ada@example.com', ['inbox:ada-example-com-b5fc85']],
])('%j opens %j', (login, names) => {
  expect(namesOf(login)).toEqual(names)
})

test('a name in another case is the same maildrop, but what follows the slash is taken as it is', () => {
  expect(namesOf('Team-A')).toEqual(namesOf('team-a'))
  expect(namesOf('all/A')).not.toEqual(namesOf('all/a'))
})

test('any login opens some maildrop', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (login) => {
      for (const name of namesOf(login))
        expect(name).toMatch(/^(all|inbox:[a-z0-9-]{1,40}|address:.*@.*)(\/.*)?$/s)
    }),
  )
})

test('a maildrop says which mail it shows and how to see all', () => {
  expect(describeMaildrop(readLogin('all').scope, 0)).toBe('0 messages, all that there are')
  expect(describeMaildrop(readLogin('w1').scope, 3)).toBe(
    '3 messages in inbox w1; log in as "all" to see every message',
  )
  expect(describeMaildrop({ scope: 'address', address: 'ada@example.com' }, 1)).toBe(
    '1 message to ada@example.com; log in as "all" to see every message',
  )
})

import { expect, test } from 'vitest'
import { createMaildrops } from '#mailhold/mailroom/maildrops.js'
import type { Maildrop } from '#mailhold/mailroom/mailroom.js'
import { asInboxName, type MessageId } from '#mailhold/model/ids.js'
import { type TestStore, testStore } from '../support/stored-mail.js'

const mail = (name: string) => `Subject: ${name}\r\n\r\n${name}\r\n`

const idsOf = (maildrop: Maildrop): MessageId[] => maildrop.messages.map(({ id }) => id)

async function textOf(octets: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> {
  if (octets === undefined) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of octets) pieces.push(piece)
  return Buffer.concat(pieces).toString('latin1')
}

/** Opens a maildrop only to see what is in it. */
async function shows({ store }: TestStore, login: string): Promise<MessageId[]> {
  const maildrop = await createMaildrops(store).openMaildrop(login)
  maildrop.release()
  return idsOf(maildrop)
}

/** Three messages: to both, to ada in w1, to bob in w2. */
async function filled() {
  const test = await testStore()
  const both = await test.keep(mail('both'), { w1: ['ada@example.com'], w2: ['bob@example.com'] })
  const ada = await test.keep(mail('ada'), { w1: ['Ada@Example.com'] })
  const bob = await test.keep(mail('bob'), { w2: ['bob@example.com'] })
  return { test, both, ada, bob }
}

test('a login name shows every message, an inbox or an address, oldest first', async () => {
  const { test, both, ada, bob } = await filled()
  await using _ = test

  expect(await shows(test, 'all')).toEqual([both, ada, bob])
  expect(await shows(test, 'W1')).toEqual([both, ada])
  expect(await shows(test, 'inbox:w2')).toEqual([both, bob])
  expect(await shows(test, 'ADA@example.com')).toEqual([both, ada])
  expect(await shows(test, 'bob@example.com/second')).toEqual([both, bob])
  expect(await shows(test, 'nobody')).toEqual([])
})

test('a name with @ is an inbox if there is one of its folded name, even an empty one', async () => {
  const { test } = await filled()
  await using _ = test
  const name = asInboxName('ada-example-com-b5fc85')
  if (name === undefined) throw new Error('no inbox name')

  await test.store.putInbox({ name, createdAt: 0 })

  expect(await shows(test, 'ada@example.com')).toEqual([])
})

test('a maildrop says its canonical name and in plain words what it shows', async () => {
  const { test } = await filled()
  await using _ = test

  const maildrop = await createMaildrops(test.store).openMaildrop('Ada@Example.com/2')

  expect(maildrop.name).toBe('address:ada@example.com/2')
  expect(maildrop.description).toBe('2 messages to ada@example.com; log in as "all" to see every message')
})

test('a maildrop is open once, under whatever spelling, until it is released; others are open beside it', async () => {
  const { test } = await filled()
  await using _ = test
  const maildrops = createMaildrops(test.store)

  const first = await maildrops.openMaildrop('w1')
  await expect(maildrops.openMaildrop('inbox:W1')).rejects.toMatchObject({ code: 'locked' })
  for (const login of ['all', 'w1/second', 'ada@example.com']) await maildrops.openMaildrop(login)
  first.release()
  const second = await maildrops.openMaildrop('W1')
  first.release()

  await expect(maildrops.openMaildrop('w1')).rejects.toMatchObject({
    code: 'locked',
    message:
      'inbox:w1 is open in another session; another word behind a slash, as in "all/second", opens the same mail beside it',
  })
  second.release()
})

test('a maildrop that cannot be read is not locked', async () => {
  const { test } = await filled()
  await using _ = test
  const broken = { ...test.store, maildrop: () => Promise.reject(new Error('no')) }
  const maildrops = createMaildrops(broken)

  await expect(maildrops.openMaildrop('all')).rejects.toThrow('no')
  await expect(maildrops.openMaildrop('all')).rejects.toThrow('no')
})

test('sizes are those of the CRLF form that is read, whole and cut', async () => {
  await using test = await testStore()
  const id = await test.keep('A: b\n\none\ntwo\nopen', { w1: [] })
  const empty = await test.keep('', { w1: [] })

  const maildrop = await createMaildrops(test.store).openMaildrop('w1')

  expect(maildrop.messages).toEqual([
    { id, size: 24 },
    { id: empty, size: 0 },
  ])
  expect(await textOf(await maildrop.read(id))).toBe('A: b\r\n\r\none\r\ntwo\r\nopen\r\n')
  expect(await textOf(await maildrop.read(id, 1))).toBe('A: b\r\n\r\none\r\n')
  expect(await textOf(await maildrop.read(id, 99_999_999))).toBe(await textOf(await maildrop.read(id)))
  expect(await textOf(await maildrop.read(empty))).toBe('')
})

test('a large message is read in pieces and whole', async () => {
  await using test = await testStore()
  const raw = `A: b\r\n\r\n${'0123456789abcde\r\n'.repeat(100_000)}`
  const id = await test.keep(raw, { w1: [] })

  const maildrop = await createMaildrops(test.store).openMaildrop('w1')

  expect(await textOf(await maildrop.read(id))).toBe(raw)
  expect(await textOf(await maildrop.read(id, 1))).toBe('A: b\r\n\r\n0123456789abcde\r\n')
})

test('mail that comes later is not in the snapshot', async () => {
  const { test, both, ada } = await filled()
  await using _ = test

  const maildrop = await createMaildrops(test.store).openMaildrop('w1')
  await test.keep(mail('late'), { w1: [] })

  expect(idsOf(maildrop)).toEqual([both, ada])
})

test('a message that was removed elsewhere is gone, counts as removed, and the others still go', async () => {
  const { test, both, ada, bob } = await filled()
  await using _ = test
  const maildrop = await createMaildrops(test.store).openMaildrop('w1')

  await test.store.remove({ ids: [both] }, 'asked')

  expect(await maildrop.read(both)).toBeUndefined()
  await maildrop.update([both, ada], 'remove')
  expect(await shows(test, 'all')).toEqual([bob])
})

test('remove: through all the message goes, through an inbox its delivery, through an address that copy', async () => {
  for (const [login, left] of [
    ['all', { w1: 0, w2: 0, ada: 0, bob: 0 }],
    ['w1', { w1: 0, w2: 1, ada: 0, bob: 1 }],
    ['ada@example.com', { w1: 0, w2: 1, ada: 0, bob: 1 }],
    ['bob@example.com', { w1: 1, w2: 0, ada: 1, bob: 0 }],
  ] as const) {
    await using test = await testStore()
    const id = await test.keep(mail('both'), { w1: ['ada@example.com'], w2: ['bob@example.com'] })

    const maildrop = await createMaildrops(test.store).openMaildrop(login)
    await maildrop.update([id], 'remove')

    const count = async (name: string) => (await shows(test, name)).length
    expect({
      w1: await count('w1'),
      w2: await count('w2'),
      ada: await count('ada@example.com'),
      bob: await count('bob@example.com'),
    }).toEqual(left)
  }
})

test('remove: a delivery goes with its last recipient, a message with its last delivery', async () => {
  await using test = await testStore()
  const id = await test.keep(mail('two'), { w1: ['ada@example.com', 'bob@example.com'] })

  for (const login of ['ada@example.com', 'bob@example.com']) {
    expect(await shows(test, 'w1')).toEqual([id])
    await (await createMaildrops(test.store).openMaildrop(login)).update([id], 'remove')
  }

  expect(await shows(test, 'all')).toEqual([])
})

test('hide: gone for good from that maildrop alone', async () => {
  const { test, both, ada, bob } = await filled()
  await using _ = test

  await (await createMaildrops(test.store).openMaildrop('w1')).update([both], 'hide')
  await test.reopen()

  expect(await shows(test, 'w1')).toEqual([ada])
  expect(await shows(test, 'w1/second')).toEqual([both, ada])
  expect(await shows(test, 'all')).toEqual([both, ada, bob])
})

test('keep: nothing goes', async () => {
  const { test, both, ada, bob } = await filled()
  await using _ = test

  await (await createMaildrops(test.store).openMaildrop('all')).update([both, ada, bob], 'keep')

  expect(await shows(test, 'all')).toEqual([both, ada, bob])
})

test('unique ids stay the same across sessions and restarts, and that of a removed message does not come back', async () => {
  await using test = await testStore()
  const first = await test.keep(mail('one'), { w1: [] })
  const second = await test.keep(mail('two'), { w1: [] })
  await test.reopen()

  const before = await shows(test, 'w1')
  await (await createMaildrops(test.store).openMaildrop('w1')).update([second], 'remove')
  const third = await test.keep(mail('two'), { w1: [] })

  expect(before).toEqual([first, second])
  expect(await shows(test, 'w1')).toEqual([first, third])
  expect(new Set([first, second, third]).size).toBe(3)
})

test('twelve hundred marked messages go in one update', async () => {
  await using test = await testStore()
  const ids = await Promise.all(Array.from({ length: 1_200 }, (_, n) => test.keep(mail(`${n}`), { w1: [] })))
  const maildrop = await createMaildrops(test.store).openMaildrop('w1')

  await maildrop.update(ids.slice(1), 'remove')

  expect(await shows(test, 'w1')).toEqual(ids.slice(0, 1))
})

test.each([
  '__proto__',
  '\0',
  "'; drop table message; --",
  '"@"',
  '@',
  'a*@example.com',
  '../..',
  'x'.repeat(10_000),
])('the login %j opens an empty maildrop', async (login) => {
  const { test } = await filled()
  await using _ = test

  expect(await shows(test, login)).toEqual([])
})

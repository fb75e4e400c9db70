import { expect, test } from 'vitest'
import { play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { messageId } from '../support/memory-maildrops.js'
import { octetsFor } from '../support/pop3-octets.js'
import { pop3Server } from '../support/pop3-server.js'

const login = 'S: +OK …\nC: USER ada\nS: +OK …\nC: PASS x\nS: +OK …'

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

test('a message that goes during a session stays in LIST, STAT and UIDL, is refused by RETR and TOP, and counts as deleted', async () => {
  await using pop3 = await pop3Server(['one\r\n', 'two\r\n'])
  const client = await DialogueClient.connect(pop3.address)
  await client.line()
  for (const command of ['USER ada', 'PASS x']) await client.ask(command)

  pop3.maildrops.lose(1)

  expect(await client.ask('RETR 1')).toBe(
    '-ERR [SYS/TEMP] message 1 was removed elsewhere since you logged in',
  )
  expect(await client.ask('TOP 1 0')).toBe(
    '-ERR [SYS/TEMP] message 1 was removed elsewhere since you logged in',
  )
  expect(await client.ask('STAT')).toBe('+OK 2 10')
  expect(await client.ask('LIST 1')).toBe('+OK 1 5')
  expect(await client.ask('UIDL 1')).toBe('+OK 1 m1')
  expect(await client.ask('DELE 1')).toBe('+OK message 1 marked as deleted')
  expect(await client.ask('QUIT')).toBe('+OK bye, 1 deleted')
  client.close()
})

test('a message that goes before its turn is not served from what was read for others', async () => {
  await using pop3 = await pop3Server(['one\r\n', 'two\r\n'])
  const client = await DialogueClient.connect(pop3.address)
  await client.line()
  for (const command of ['USER ada', 'PASS x', 'RETR 1']) await client.ask(command)
  while ((await client.line()) !== '.');

  pop3.maildrops.lose(2)

  expect(await client.ask('RETR 2')).toMatch(/^-ERR \[SYS\/TEMP\]/)
  client.close()
})

test('only messages that were asked for are read', async () => {
  await using pop3 = await pop3Server(['1\r\n', '2\r\n', '3\r\n', '4\r\n'])
  const read: string[] = []
  pop3.maildrops.onRead = (id) => read.push(id)

  await octetsFor(pop3.address, ['USER ada\r\nPASS x\r\nRETR 3\r\nLIST\r\nRETR 1\r\nretr 4\r\nRETR 9\r\n'])

  expect(read).toEqual(['m3', 'm1', 'm4'])
})

test.each([
  ['fails in the middle', () => failing()],
  ['gives less than announced', () => pieces('on')],
  ['gives more than announced', () => pieces('one\r\n', 'more\r\n')],
])('a body that %s is broken off, so that it cannot look whole', async (_name, read) => {
  await using pop3 = await pop3Server(['one\r\n'])
  const open = pop3.maildrops.openMaildrop
  pop3.maildrops.openMaildrop = async (login) => ({ ...(await open(login)), read: async () => read() })

  const octets = await octetsFor(pop3.address, ['USER ada\r\nPASS x\r\nRETR 1\r\nQUIT\r\n']).catch(() =>
    Buffer.alloc(0),
  )

  expect(octets.toString()).not.toContain('\r\n.\r\n')
  expect(pop3.logged).toHaveLength(1)
  expect([...pop3.maildrops.openNames]).toEqual([])
})

async function* failing() {
  yield Buffer.from('o')
  throw new Error('the disk is gone')
}

test('a message that cannot be read is refused without the reason, which is logged', async () => {
  await using pop3 = await pop3Server(['one\r\n', 'two\r\n'])
  const open = pop3.maildrops.openMaildrop
  pop3.maildrops.openMaildrop = async (name) => {
    const maildrop = await open(name)
    const broken = messageId('m1')
    return {
      ...maildrop,
      read: (id, lines) => (id === broken ? Promise.reject(new Error('a detail')) : maildrop.read(id, lines)),
    }
  }

  await play(
    pop3.address,
    `${login}
    C: RETR 2
    S: +OK 5 octets
    S: two
    S: .
    C: RETR 1
    S: -ERR [SYS/TEMP] something went wrong here; the log of mailhold says what
    C: NOOP
    S: +OK nothing done`,
  )

  expect(pop3.logged).toMatchObject([{ err: { message: 'a detail' } }])
})

import { once } from 'node:events'
import { expect, test } from 'vitest'
import { play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { pop3Server, type TestServer } from '../support/pop3-server.js'

const mails = ['one\r\n', 'two\r\n', 'three\r\n']

const marked = `
  S: +OK Mailhold is ready
  C: USER ada
  S: +OK …
  C: PASS x
  S: +OK …
  C: DELE 1
  S: +OK message 1 marked as deleted
  C: DELE 3
  S: +OK message 3 marked as deleted`

async function loggedIn(pop3: TestServer): Promise<DialogueClient> {
  const client = await DialogueClient.connect(pop3.address)
  await client.line()
  for (const command of ['USER ada', 'PASS x']) await client.ask(command)
  return client
}

/** A wait that is over when `open` is called. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** Resolves when the maildrop is free; every session's record comes after its lock is gone. */
async function ended(pop3: TestServer, sessions = 1): Promise<void> {
  await expect.poll(() => pop3.maildrops.records.length, { interval: 5, timeout: 5_000 }).toBe(sessions)
}

test('QUIT after login removes what was marked', async () => {
  await using pop3 = await pop3Server(mails)

  await play(pop3.address, `${marked}\nC: QUIT\nS: +OK bye, 2 deleted\n* closed`)

  expect(pop3.maildrops.removed).toEqual(['m1', 'm3'])
})

test('the maildrop is free before QUIT is answered', async () => {
  await using pop3 = await pop3Server(mails)
  const client = await loggedIn(pop3)

  await client.ask('QUIT')

  expect([...pop3.maildrops.openNames]).toEqual([])
  client.close()
})

test('RSET brings back messages marked by DELE', async () => {
  await using pop3 = await pop3Server(mails)

  await play(
    pop3.address,
    `${marked}
    C: STAT
    S: +OK 1 5
    C: RSET
    S: +OK 3 messages (17 octets)
    C: LIST 1
    S: +OK 1 5
    C: QUIT
    S: +OK bye`,
  )

  expect(pop3.maildrops.removed).toEqual([])
})

test('with the policy keep DELE succeeds and nothing goes', async () => {
  await using pop3 = await pop3Server(mails, { deletePolicy: 'keep' })

  await play(pop3.address, `${marked}\nC: QUIT\nS: +OK bye, 2 deleted`)

  expect(pop3.maildrops.removed).toEqual([])
})

test.each([
  ['a line that is cut', '* hang up'],
  ['the end of what the client has to say', '* half-close\n* closed'],
  ['QUIT without its line end', 'C> QUIT\n* half-close\n* closed'],
  ['a QUIT with an argument', 'C: QUIT now\nS: -ERR …\n* half-close\n* closed'],
  ['a reset in the middle of a response', 'C: RETR 2\n* hang up'],
])('%s removes nothing and frees the maildrop', async (_name, ending) => {
  await using pop3 = await pop3Server(mails)

  await play(pop3.address, `${marked}\n${ending}`)
  await ended(pop3)

  expect(pop3.maildrops.removed).toEqual([])
  expect([...pop3.maildrops.openNames]).toEqual([])
})

test('idle for too long: the line is cut without a word, nothing goes, the maildrop is free', async () => {
  await using pop3 = await pop3Server(mails, { idleTimeoutMs: 100 })

  await play(pop3.address, `${marked}\n* closed`)
  await ended(pop3)

  expect(pop3.maildrops.removed).toEqual([])
  expect([...pop3.maildrops.openNames]).toEqual([])
  expect(pop3.maildrops.records[0]?.transcript.at(-1)?.text).toBe('cut after being idle too long')
})

test('a client that stops reading is cut when it is idle for too long', async () => {
  await using pop3 = await pop3Server([Buffer.alloc(50_000_000, 'x')], { idleTimeoutMs: 200 })
  const client = await loggedIn(pop3)

  client.socket.pause()
  await client.send('RETR 1\r\n')
  await ended(pop3)

  expect([...pop3.maildrops.openNames]).toEqual([])
  client.close()
})

test('nonsense is answered for a while, then the connection is ended and nothing goes', async () => {
  await using pop3 = await pop3Server(mails)
  const nonsense = 'C: EHLO x\nS: -ERR unknown command; CAPA lists what there is\n'

  await play(pop3.address, `${marked}\n${nonsense.repeat(20)}* closed`)
  await ended(pop3)

  expect(pop3.maildrops.removed).toEqual([])
  expect([...pop3.maildrops.openNames]).toEqual([])
})

test('one good command makes nonsense forgotten', async () => {
  await using pop3 = await pop3Server(mails)
  const nonsense = 'C: x\nS: -ERR …\n'.repeat(19)

  await play(
    pop3.address,
    `${marked}\n${nonsense}C: NOOP\nS: +OK nothing done\n${nonsense}C: NOOP\nS: +OK nothing done`,
  )
})

test('what follows QUIT is not answered', async () => {
  await using pop3 = await pop3Server(mails)

  await play(pop3.address, `${marked}\nC> QUIT\\r\\nSTAT\\r\\nRSET\\r\\n\nS: +OK bye, 2 deleted\n* closed`)
})

test('a server that closes ends sessions, removes nothing and frees maildrops', async () => {
  const pop3 = await pop3Server(mails)
  const client = await loggedIn(pop3)
  await client.ask('DELE 1')

  await pop3.server.close(1_000)

  expect(pop3.maildrops.removed).toEqual([])
  expect([...pop3.maildrops.openNames]).toEqual([])
  expect(await client.rest()).toBe('')
  client.close()
})

test('a server that closes lets a QUIT that is under way remove what it has to', async () => {
  const pop3 = await pop3Server(mails)
  const removing = gate()
  const goingOn = gate()
  const open = pop3.maildrops.openMaildrop
  pop3.maildrops.openMaildrop = async (login) => {
    const maildrop = await open(login)
    const update = async (...given: Parameters<typeof maildrop.update>) => {
      removing.open()
      await goingOn.opened
      return maildrop.update(...given)
    }
    return { ...maildrop, update }
  }
  const playing = play(pop3.address, `${marked}\nC: QUIT\nS: +OK bye, 2 deleted\n* closed`)
  await removing.opened

  const closing = pop3.server.close(5_000)
  goingOn.open()

  await closing
  await playing
  expect(pop3.maildrops.removed).toEqual(['m1', 'm3'])
})

test('a removal that fails is told, ends the session and frees the maildrop', async () => {
  await using pop3 = await pop3Server(mails)
  const open = pop3.maildrops.openMaildrop
  pop3.maildrops.openMaildrop = async (login) => ({
    ...(await open(login)),
    update: () => Promise.reject(new Error('a detail of the store')),
  })

  await play(
    pop3.address,
    `${marked}\nC: QUIT\nS: -ERR [SYS/TEMP] something went wrong here; the log of mailhold says what\n* closed`,
  )

  expect(pop3.logged).toMatchObject([{ err: { message: 'a detail of the store' } }])
  expect([...pop3.maildrops.openNames]).toEqual([])
})

test('a client that goes while its maildrop is being opened leaves it free', async () => {
  await using pop3 = await pop3Server(mails)
  const goingOn = gate()
  const open = pop3.maildrops.openMaildrop
  pop3.maildrops.openMaildrop = async (login) => {
    const maildrop = await open(login)
    await goingOn.opened
    return maildrop
  }
  const client = await DialogueClient.connect(pop3.address)
  await client.send('USER ada\r\nPASS x\r\nQUIT\r\n')
  await expect.poll(() => pop3.maildrops.openNames.size, { interval: 5 }).toBe(1)

  client.hangUp()
  await once(client.socket, 'close')
  goingOn.open()
  await ended(pop3)

  expect([...pop3.maildrops.openNames]).toEqual([])
})

import { afterAll, beforeAll, expect } from 'vitest'
import { clientTest, runIn, succeedIn } from '../support/client-program.js'
import { type FilledMailhold, filledMailhold } from '../support/filled-mailhold.js'

let filled: FilledMailhold
beforeAll(async () => {
  filled = await filledMailhold()
})
afterAll(() => filled[Symbol.asyncDispose]())

const curl = (...args: readonly string[]) => succeedIn(filled.folder, 'curl', '-sS', ...args)
const at = (path: string) => `pop3://all:x@127.0.0.1:${filled.pop3.port}/${path}`

/** Asks for many messages over one connection. */
async function retrieve(url: (number: number) => string, ...more: readonly string[]): Promise<Buffer> {
  return curl(...more, ...filled.messages.map((_message, index) => url(index + 1)))
}

clientTest('curl', 'fetches every message octet for octet', async () => {
  expect((await retrieve((number) => at(`${number}`))).equals(Buffer.concat(filled.messages))).toBe(true)
})

clientTest('curl', 'lists exact sizes', async () => {
  const sizes = filled.messages.map(({ length }, index) => `${index + 1} ${length}\r\n`)

  expect((await curl(at(''))).toString()).toBe(sizes.join(''))
})

clientTest('curl', 'lists a unique id for every message, the same each time', async () => {
  const first = (await curl(at(''), '-X', 'UIDL')).toString()
  const second = (await curl(at(''), '-X', 'UIDL')).toString()

  const ids = first.trimEnd().split('\r\n')
  expect(second).toBe(first)
  expect(new Set(ids.map((line) => line.split(' ')[1])).size).toBe(filled.messages.length)
  for (const line of ids) expect(line).toMatch(/^\d+ [!-~]{1,70}$/)
})

clientTest('curl', 'reads the top of a message, and with lines enough all of it', async () => {
  const lines = filled.messages[4]?.toString('latin1').split(/(?<=\r\n)/) ?? []

  expect((await curl(at(''), '-X', 'TOP 5 3')).toString('latin1')).toBe(lines.slice(0, 5).join(''))
  expect((await curl(at(''), '-X', 'TOP 5 99999999')).equals(filled.messages[4] ?? Buffer.alloc(0))).toBe(
    true,
  )
})

clientTest('curl', 'logs in by SASL PLAIN with and without an initial response', async () => {
  for (const more of [['--sasl-ir'], []]) {
    const { stderr, stdout } = await runIn(
      filled.folder,
      'curl',
      '-v',
      ...more,
      '--login-options',
      'AUTH=PLAIN',
      at('2'),
    )

    expect(stderr).toContain(more.length > 0 ? '> AUTH PLAIN AGFsbAB4' : '> AUTH PLAIN\r\n')
    expect(stdout.equals(filled.messages[1] ?? Buffer.alloc(0))).toBe(true)
  }
})

clientTest('curl', 'logs in by LOGIN and by XOAUTH2', async () => {
  const byLogin = await curl('--login-options', 'AUTH=LOGIN', at('2'))
  const byToken = await curl('--login-options', 'AUTH=XOAUTH2', '--oauth2-bearer', 'token', at('2'))

  expect([byLogin, byToken]).toEqual([filled.messages[1], filled.messages[1]])
})

clientTest('curl', 'fetches every message under STLS', async () => {
  const octets = await retrieve((number) => at(`${number}`), '--ssl-reqd', '-k')

  expect(octets.equals(Buffer.concat(filled.messages))).toBe(true)
})

clientTest('curl', 'fetches every message over POP3S', async () => {
  const octets = await retrieve((number) => `pop3s://all:x@127.0.0.1:${filled.pop3s?.port}/${number}`, '-k')

  expect(octets.equals(Buffer.concat(filled.messages))).toBe(true)
})

clientTest('curl', 'is told that there is no such message', async () => {
  const { code, stdout } = await runIn(filled.folder, 'curl', '-sS', at('999999'))

  expect(code).not.toBe(0)
  expect(stdout).toHaveLength(0)
})

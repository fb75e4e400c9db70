import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { api } from '../support/api.js'
import { openSender } from '../support/smtp-sender.js'

let mailhold: RunningMailhold
beforeAll(async () => {
  mailhold = await startMailhold()
})
afterAll(() => mailhold?.stop())

const part = (type: string, encoding: string, body: string): string =>
  `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`

async function textOf(...parts: string[]): Promise<string> {
  const sender = await openSender(mailhold.smtp?.port ?? 0)
  const header = 'Subject: many\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
  const reply = await sender.deliver(Buffer.from(`${header}${parts.join('')}--b--\r\n`, 'latin1'))
  sender.close()
  const id = /kept as ([a-z0-9]+)/.exec(reply.text)?.[1] ?? 'none'
  return (await api(mailhold.url).message(id)).text
}

test('text parts next to each other are decoded each in its own way, in their order', async () => {
  const text = await textOf(
    part('text/plain; charset=iso-8859-1', '8bit', 'Gr\xfc\xdfe'),
    part('application/octet-stream', 'base64', 'AAEC'),
    part('text/plain; charset=utf-8', 'quoted-printable', 'caf=C3=A9'),
    part('text/plain; charset=utf-8', 'base64', 'w7xiZXI='),
    part('text/plain; charset=utf-8', '7bit', ''),
    part('text/plain', '7bit', 'last'),
  )

  expect(text.split('\n').map((line) => line.trim())).toEqual(['Grüße', 'café', 'über', '', 'last'])
})

test('text parts that are too large to be read together come whole and in order', async () => {
  const bodies = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(78)}\r\n`.repeat(500))

  const text = await textOf(...bodies.map((body) => part('text/plain', '7bit', body)))

  expect(text.replaceAll(/[\r\n]/g, '')).toBe(['a', 'b', 'c', 'd'].map((l) => l.repeat(39_000)).join(''))
})

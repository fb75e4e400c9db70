import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { clientTest, succeedIn } from '../support/client-program.js'
import { type FilledMailhold, filledMailhold } from '../support/filled-mailhold.js'

// poplib refuses lines of more than 2,048 octets unless told otherwise.
const opening = `
import poplib, ssl, sys, json
poplib._MAXLINE = 10_000_000
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
def fetch(box, count, out):
    with open(out, 'wb') as file:
        for number in range(1, count + 1):
            status, lines, octets = box.retr(number)
            assert status == b'+OK %d octets' % sum(len(line) + 2 for line in lines), (number, status)
            file.write(b''.join(line + b'\\r\\n' for line in lines))
`

let filled: FilledMailhold
beforeAll(async () => {
  filled = await filledMailhold()
})
afterAll(() => filled[Symbol.asyncDispose]())

/** Runs a script that has `port`, `secure_port`, `count` and `out`; resolves with what it printed. */
async function python(script: string): Promise<string> {
  const { folder, pop3, pop3s, messages } = filled
  const values = `port, secure_port, count, out = ${pop3.port}, ${pop3s?.port}, ${messages.length}, 'out'\n`
  writeFileSync(join(folder, 'fetch.py'), `${opening}${values}${script}`)
  return (await succeedIn(folder, 'python3', 'fetch.py')).toString()
}

const fetched = (): boolean => readFileSync(join(filled.folder, 'out')).equals(Buffer.concat(filled.messages))

clientTest('python3', 'poplib fetches every message octet for octet, with exact sizes', async () => {
  const printed = await python(`
box = poplib.POP3('127.0.0.1', port)
box.user('all')
box.pass_('x')
fetch(box, count, out)
print(json.dumps([box.stat(), [line.decode() for line in box.list()[1]], len(box.uidl()[1])]))
box.quit()`)

  const sizes = filled.messages.map(({ length }) => length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(JSON.parse(printed)).toEqual([
    [sizes.length, total],
    sizes.map((size, index) => `${index + 1} ${size}`),
    sizes.length,
  ])
  expect(fetched()).toBe(true)
})

clientTest('python3', 'poplib fetches every message after stls', async () => {
  await python(`
box = poplib.POP3('127.0.0.1', port)
assert 'STLS' in box.capa()
box.stls(context)
assert 'STLS' not in box.capa()
box.user('all')
box.pass_('x')
fetch(box, count, out)
box.quit()`)

  expect(fetched()).toBe(true)
})

clientTest(
  'python3',
  'poplib fetches every message over TLS from the first octet, and after utf8',
  async () => {
    const printed = await python(`
box = poplib.POP3_SSL('127.0.0.1', secure_port, context=context)
print(box.utf8().decode())
box.user('all')
box.pass_('x')
fetch(box, count, out)
box.quit()`)

    expect(printed).toBe('+OK UTF-8 it is\n')
    expect(fetched()).toBe(true)
  },
)

clientTest('python3', 'poplib sees marks, RSET, and what QUIT does', async () => {
  const printed = await python(`
def box():
    box = poplib.POP3('127.0.0.1', port)
    box.user('ada@example.com')
    box.pass_('x')
    return box
one = box()
before = one.stat()[0]
one.dele(1)
one.dele(2)
marked = one.stat()[0]
one.rset()
back = one.stat()[0]
one.dele(1)
one.close()
two = box()
closed = two.stat()[0]
two.dele(3)
two.quit()
three = box()
print(json.dumps([before, marked, back, closed, three.stat()[0]]))
three.quit()`)

  const count = filled.messages.length
  expect(JSON.parse(printed)).toEqual([count, count - 2, count, count, count - 1])
})

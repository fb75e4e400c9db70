import { scryptSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashSync } from 'bcryptjs'
import { expect, test } from 'vitest'
import { passwordFile } from '#mailhold/app/passwords.js'

const fileOf = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'mailhold-passwords-')), 'users')
  writeFileSync(file, text)
  return file
}
const unpadded = (octets: Buffer) => octets.toString('base64').replaceAll('=', '')
const scryptLine = (user: string, password: string) => {
  const salt = Buffer.from('0123456789abcdef')
  const digest = scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 })
  return `${user}:$scrypt$ln=10,r=8,p=1$${unpadded(salt)}$${unpadded(digest)}`
}

test('a bcrypt line lets its user in with the right password only', async () => {
  const verify = passwordFile(fileOf(`# users\n\nada:${hashSync('secret', 4)}\n`), '--http-auth')

  expect(await verify('ada', 'secret')).toBe(true)
  expect(await verify('ada', 'Secret')).toBe(false)
  expect(await verify('bob', 'secret')).toBe(false)
})

test('htpasswd writes $2y$, which is the same hash', async () => {
  const hash = hashSync('secret', 4).replace('$2b$', '$2y$')

  expect(await passwordFile(fileOf(`ada:${hash}\r\n`), '--http-auth')('ada', 'secret')).toBe(true)
})

test('a scrypt line lets its user in with the right password only', async () => {
  const verify = passwordFile(fileOf(scryptLine('ada', 'secret')), '--http-auth')

  expect(await verify('ada', 'secret')).toBe(true)
  expect(await verify('ada', 'wrong')).toBe(false)
})

test.each([
  ['an MD5 hash', 'ada:$apr1$x$y', /line 1 of ".*" is not user:hash with a bcrypt or scrypt hash/],
  ['a plain password', `bob:${hashSync('x', 4)}\nada:secret`, /line 2 of/],
  ['nobody in it', '\n# nobody\n', /names nobody/],
])('a file with %s is refused, naming the place and the remedy', (_, text, message) => {
  expect(() => passwordFile(fileOf(text), '--http-auth')).toThrow(message)
})

test('a file that is not there is refused with the option that named it', () => {
  expect(() => passwordFile('/nonexistent/users', '--pop3-auth')).toThrow(
    /^--pop3-auth: cannot read the password file/,
  )
})
